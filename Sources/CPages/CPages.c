#include "CPages.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char name_of_layer[] = "rostrum-pages";

const char *cpages_layer(void) { return name_of_layer; }

enum {
  PAGE = CPAGES_PAGE_SIZE,
  CONTENT = CPAGES_PAGE_SIZE - CPAGES_RESERVED,
  LANES = 4,
  STRIPE = LANES * 8,
  // How many pages are read at once where all are.
  PAGES_AT_ONCE = 256,
};

struct cpages_health {
  dev_t device;
  ino_t inode;
  int references;
  atomic_llong refusals;
  cpages_health *next;
};

/// A database's file; the system's own follows it in memory.
typedef struct {
  sqlite3_file base;
  sqlite3_int64 size;
  cpages_health *health;
} paged_file;

static sqlite3_file *beneath(sqlite3_file *file) { return (sqlite3_file *)((paged_file *)file + 1); }

// MARK: Checksums

// Odd constants with as many ones as zeros, from the fractions of square roots of primes.
static const uint64_t FACTOR = 0x6A09E667F3BCC909, SEEDS[LANES] = {
    0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1};

static inline uint64_t word(const unsigned char *bytes) {
  uint64_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

/// Each step can be undone, so that two pages that differ in one word never have the same checksum; others have it once in
/// 2^64. The page's number is part of it, so that a page in another's place is damage too.
static inline uint64_t step(uint64_t state, uint64_t value) {
  state ^= value;
  return (state << 29 | state >> 35) * FACTOR;
}

static uint64_t checksum(const unsigned char *page, uint64_t number) {
  uint64_t lanes[LANES] = {SEEDS[0] ^ number, SEEDS[1], SEEDS[2], SEEDS[3]};
  int place = 0;
  for (; place + STRIPE <= CONTENT; place += STRIPE)
    for (int lane = 0; lane < LANES; lane++) lanes[lane] = step(lanes[lane], word(page + place + lane * 8));
  for (int lane = 0; place < CONTENT; place += 8, lane++) lanes[lane] = step(lanes[lane], word(page + place));
  uint64_t sum = lanes[0];
  for (int lane = 1; lane < LANES; lane++) sum = step(sum, lanes[lane]);
  return sum ^ sum >> 32;
}

static int is_sound(const unsigned char *page, sqlite3_int64 offset) {
  return checksum(page, (uint64_t)(offset / PAGE)) == word(page + CONTENT);
}

static void seal(unsigned char *page, sqlite3_int64 offset) {
  uint64_t sum = checksum(page, (uint64_t)(offset / PAGE));
  memcpy(page + CONTENT, &sum, sizeof sum);
}

// MARK: Health

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static cpages_health *known;

/// The health of the file at a path, which is open: as long as it is, no other file can have its number.
static cpages_health *health_of(const char *path) {
  struct stat status;
  if (!path || stat(path, &status) != 0) memset(&status, 0, sizeof status);
  pthread_mutex_lock(&lock);
  cpages_health *health = known;
  while (health && (health->device != status.st_dev || health->inode != status.st_ino)) health = health->next;
  if (!health && (health = calloc(1, sizeof *health))) {
    health->device = status.st_dev;
    health->inode = status.st_ino;
    health->next = known;
    known = health;
  }
  if (health) health->references++;
  pthread_mutex_unlock(&lock);
  return health;
}

void cpages_release(cpages_health *health) {
  if (!health) return;
  pthread_mutex_lock(&lock);
  if (--health->references == 0) {
    cpages_health **place = &known;
    while (*place != health) place = &(*place)->next;
    *place = health->next;
    free(health);
  }
  pthread_mutex_unlock(&lock);
}

long long cpages_refusals(cpages_health *health) {
  return health ? atomic_load_explicit(&health->refusals, memory_order_relaxed) : 0;
}

static int refuse(sqlite3_file *file) {
  atomic_fetch_add_explicit(&((paged_file *)file)->health->refusals, 1, memory_order_relaxed);
  return SQLITE_IOERR_DATA;
}

// MARK: A file

static int page_read(sqlite3_file *file, unsigned char *page, sqlite3_int64 offset) {
  int status = beneath(file)->pMethods->xRead(beneath(file), page, PAGE, offset);
  // Beyond the end there is nothing, which a new database reads; a page of which the end is gone is damaged.
  if (status == SQLITE_IOERR_SHORT_READ && offset >= ((paged_file *)file)->size) return status;
  if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ) return status;
  return status == SQLITE_OK && is_sound(page, offset) ? SQLITE_OK : refuse(file);
}

static int file_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
  if (amount == PAGE && offset % PAGE == 0) return page_read(file, buffer, offset);
  // A part is taken out of its whole page, or pages.
  unsigned char page[PAGE], *rest = buffer;
  while (amount > 0) {
    sqlite3_int64 start = offset - offset % PAGE;
    int skipped = (int)(offset - start), taken = PAGE - skipped < amount ? PAGE - skipped : amount;
    int status = page_read(file, page, start);
    if (status != SQLITE_OK) {
      memset(rest, 0, (size_t)amount);
      return status;
    }
    memcpy(rest, page + skipped, (size_t)taken);
    rest += taken;
    amount -= taken;
    offset += taken;
  }
  return SQLITE_OK;
}

static int page_write(sqlite3_file *file, const void *content, sqlite3_int64 offset) {
  unsigned char page[PAGE];
  if (content)
    memcpy(page, content, CONTENT);
  else
    memset(page, 0, CONTENT);
  seal(page, offset);
  int status = beneath(file)->pMethods->xWrite(beneath(file), page, PAGE, offset);
  paged_file *own = (paged_file *)file;
  if (status == SQLITE_OK && offset + PAGE > own->size) own->size = offset + PAGE;
  return status;
}

static int file_write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
  if (amount != PAGE || offset % PAGE != 0) return SQLITE_IOERR_WRITE;
  // SQLite leaves out pages that it no longer needs; they get their checksums too.
  while (((paged_file *)file)->size < offset) {
    int status = page_write(file, 0, ((paged_file *)file)->size);
    if (status != SQLITE_OK) return status;
  }
  return page_write(file, buffer, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  if (size % PAGE != 0) return SQLITE_IOERR_TRUNCATE;
  int status = beneath(file)->pMethods->xTruncate(beneath(file), size);
  if (status == SQLITE_OK) ((paged_file *)file)->size = size;
  return status;
}

static int file_close(sqlite3_file *file) {
  int status = beneath(file)->pMethods->xClose(beneath(file));
  cpages_release(((paged_file *)file)->health);
  return status;
}

static int file_sync(sqlite3_file *file, int flags) { return beneath(file)->pMethods->xSync(beneath(file), flags); }
static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return beneath(file)->pMethods->xFileSize(beneath(file), size);
}
static int file_lock(sqlite3_file *file, int level) { return beneath(file)->pMethods->xLock(beneath(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return beneath(file)->pMethods->xUnlock(beneath(file), level); }
static int file_is_reserved(sqlite3_file *file, int *result) {
  return beneath(file)->pMethods->xCheckReservedLock(beneath(file), result);
}
static int file_control(sqlite3_file *file, int operation, void *argument) {
  return beneath(file)->pMethods->xFileControl(beneath(file), operation, argument);
}
static int file_sector_size(sqlite3_file *file) { return beneath(file)->pMethods->xSectorSize(beneath(file)); }
static int file_characteristics(sqlite3_file *file) {
  return beneath(file)->pMethods->xDeviceCharacteristics(beneath(file));
}

/// The first version alone: with xFetch of the third, SQLite would read mapped memory, which nobody checks.
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

// MARK: The layer

static sqlite3_vfs *below(sqlite3_vfs *layer) { return layer->pAppData; }

static int layer_open(sqlite3_vfs *layer, const char *name, sqlite3_file *file, int flags, int *granted) {
  // Journals and files for sorting are not in pages.
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return below(layer)->xOpen(below(layer), name, file, flags, granted);
  paged_file *own = (paged_file *)file;
  own->base.pMethods = 0;
  sqlite3_file *inner = beneath(file);
  int status = below(layer)->xOpen(below(layer), name, inner, flags, granted);
  if (status == SQLITE_OK) status = inner->pMethods->xFileSize(inner, &own->size);
  if (status == SQLITE_OK && !(own->health = health_of(name))) status = SQLITE_NOMEM;
  if (status == SQLITE_OK)
    own->base.pMethods = &methods;
  else if (inner->pMethods)
    inner->pMethods->xClose(inner);
  return status;
}

static int layer_delete(sqlite3_vfs *layer, const char *name, int sync) {
  return below(layer)->xDelete(below(layer), name, sync);
}
static int layer_access(sqlite3_vfs *layer, const char *name, int flags, int *result) {
  return below(layer)->xAccess(below(layer), name, flags, result);
}
static int layer_path(sqlite3_vfs *layer, const char *name, int capacity, char *path) {
  return below(layer)->xFullPathname(below(layer), name, capacity, path);
}
static int layer_randomness(sqlite3_vfs *layer, int count, char *bytes) {
  return below(layer)->xRandomness(below(layer), count, bytes);
}
static int layer_sleep(sqlite3_vfs *layer, int microseconds) { return below(layer)->xSleep(below(layer), microseconds); }
static int layer_time(sqlite3_vfs *layer, double *days) { return below(layer)->xCurrentTime(below(layer), days); }
static int layer_last_error(sqlite3_vfs *layer, int capacity, char *text) {
  return below(layer)->xGetLastError(below(layer), capacity, text);
}

int cpages_register(void) {
  static sqlite3_vfs layer;
  sqlite3_vfs *system = sqlite3_vfs_find(0);
  if (!system) return SQLITE_ERROR;
  layer = (sqlite3_vfs){
      .iVersion = 1,
      .szOsFile = (int)sizeof(paged_file) + system->szOsFile,
      .mxPathname = system->mxPathname,
      .zName = name_of_layer,
      .pAppData = system,
      .xOpen = layer_open,
      .xDelete = layer_delete,
      .xAccess = layer_access,
      .xFullPathname = layer_path,
      .xRandomness = layer_randomness,
      .xSleep = layer_sleep,
      .xCurrentTime = layer_time,
      .xGetLastError = layer_last_error,
  };
  return sqlite3_vfs_register(&layer, 0);
}

/// A database's file, where it was opened through the layer.
static paged_file *file_of(sqlite3 *database) {
  sqlite3_file *file = 0;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return 0;
  return file && file->pMethods == &methods ? (paged_file *)file : 0;
}

cpages_health *cpages_retain(sqlite3 *database) {
  paged_file *file = file_of(database);
  if (!file) return 0;
  pthread_mutex_lock(&lock);
  file->health->references++;
  pthread_mutex_unlock(&lock);
  return file->health;
}

long long cpages_first_damaged(sqlite3 *database) {
  paged_file *own = file_of(database);
  sqlite3_int64 size = 0;
  if (!own || file_size(&own->base, &size) != SQLITE_OK) return -1;
  sqlite3_file *inner = beneath(&own->base);
  unsigned char *pages = malloc((size_t)PAGE * PAGES_AT_ONCE);
  if (!pages) return -1;
  long long damaged = size == 0 ? 1 : 0;
  for (sqlite3_int64 offset = 0; offset < size && damaged == 0;) {
    int wanted = size - offset < PAGE * PAGES_AT_ONCE ? (int)(size - offset) : PAGE * PAGES_AT_ONCE;
    if (inner->pMethods->xRead(inner, pages, wanted, offset) != SQLITE_OK) {
      damaged = -1;
      break;
    }
    for (int place = 0; place < wanted && damaged == 0; place += PAGE)
      if (wanted - place < PAGE || !is_sound(pages + place, offset + place)) damaged = (offset + place) / PAGE + 1;
    offset += wanted;
  }
  free(pages);
  if (damaged == 0) atomic_store_explicit(&own->health->refusals, 0, memory_order_relaxed);
  return damaged;
}
