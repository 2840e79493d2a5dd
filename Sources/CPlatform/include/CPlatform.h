#ifndef CPLATFORM_H
#define CPLATFORM_H

// What Swift's Glibc module hides: epoll, eventfd, accept4 and the processor set are behind _GNU_SOURCE or macros.

#if defined(__linux__)
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct {
  uint64_t token;
  uint32_t events;
} cplatform_event;

enum {
  CPLATFORM_READABLE = 1,
  CPLATFORM_WRITABLE = 2,
  CPLATFORM_HANGUP = 4,
  CPLATFORM_MORE = 8,
};

/// A new epoll set, closed on exec; -1 with errno set.
int cplatform_epoll_create(void);

/// Watches, watches otherwise (`modify`), or with no flags watches only for hangups.
/// `exclusive` wakes one of several sets that watch the same descriptor. With `once`, what can be read is told when it
/// comes, and when this is called, but not again for as long as it stays; and with it, whether it ends where a read may
/// stop though more is there: at urgent data, or before the peer's end.
int cplatform_epoll_set(
    int set, int descriptor, uint64_t token, uint32_t events, int modify, int exclusive, int once);

/// No longer watches.
int cplatform_epoll_remove(int set, int descriptor);

/// Waits, with -1 for ever; the number of events, at most 256.
int cplatform_epoll_wait(int set, cplatform_event *events, int capacity, int milliseconds);

/// A non-blocking eventfd, closed on exec.
int cplatform_eventfd(void);

/// Accepts a connection as a non-blocking descriptor, closed on exec, that sends without delay.
int cplatform_accept(int listener);

/// recv(2) without flags, and send(2) that raises no signal, straight from the system: the library's own are points where
/// a thread can be cancelled, which costs each call two locked instructions; nothing here cancels a thread.
ssize_t cplatform_receive(int descriptor, void *buffer, size_t length);
ssize_t cplatform_send(int descriptor, const void *bytes, size_t length);

/// Has a socket, and the connections accepted from it, control congestion as of RFC 5681 (`reno`); -1 with errno set.
int cplatform_plain_congestion_control(int descriptor);

/// Freed memory stays with the process up to so many bytes an arena; blocks up to that size come out of arenas. 1 where
/// the allocator can and does so, else 0.
int cplatform_retain_freed_memory(int bytes);

/// Gives freed memory back to the system where more than so many bytes of it are there; 1 where some was given back, else 0.
int cplatform_release_freed_memory(size_t retained);

/// Gives threads that are made from now on stacks of so many bytes; 1 where the library took it, else 0.
int cplatform_limit_stacks(size_t bytes);

/// The processors this process may run on.
int cplatform_processor_count(void);

/// Bounds the allocator's arenas, where it has such a thing; 1 if it took the bound.
int cplatform_limit_arenas(int count);
#endif

#endif
