#ifndef CPAGES_H
#define CPAGES_H

// A layer between SQLite and the files of databases (https://sqlite.org/vfs.html): every page is written with a checksum in
// bytes that SQLite leaves free at its end, and no byte of a page is handed to SQLite unless its checksum is right. Words are
// taken in the order of the machine's bytes: a file is for machines of one order.

#include <sqlite3.h>

/// The bytes of a page, and those at its end that hold its checksum (https://sqlite.org/fileformat2.html §1.3.4).
#define CPAGES_PAGE_SIZE 4096
#define CPAGES_RESERVED 8

/// The layer's name for sqlite3_open_v2().
const char *cpages_layer(void);

/// Makes the layer known to SQLite; SQLITE_OK where it is. One thread calls it, once.
int cpages_register(void);

/// What is known of a file by all connections that have it open.
typedef struct cpages_health cpages_health;

/// The health of a database's file, opened through the layer, to be given back with cpages_release(); null for others.
cpages_health *cpages_retain(sqlite3 *database);
void cpages_release(cpages_health *health);

/// How often a page of the file was refused, whichever connection read it.
long long cpages_refusals(cpages_health *health);

/// Reads a database's whole file, opened through the layer, and gives the number of its first damaged page, from 1; 0 where
/// there is none, and what was refused before is forgotten; -1 where the file cannot be read.
long long cpages_first_damaged(sqlite3 *database);

#endif
