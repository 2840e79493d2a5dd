#include <sqlite3.h>

/// Has SQLite keep no count of its memory, for which it takes a lock of the whole process at every piece that it allocates
/// or frees. It is told before the first database is opened. (A function of its own: Swift cannot call variadic ones.)
static inline int csqlite_disable_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
