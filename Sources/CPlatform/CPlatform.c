#if defined(__linux__)
#define _GNU_SOURCE
#include "CPlatform.h"

#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { BATCH = 256 };

int cplatform_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int cplatform_epoll_set(
    int set, int descriptor, uint64_t token, uint32_t events, int modify, int exclusive, int once) {
  struct epoll_event event = {.events = 0, .data.u64 = token};
  if (events & CPLATFORM_READABLE) event.events |= EPOLLIN;
  if (events & CPLATFORM_WRITABLE) event.events |= EPOLLOUT;
  if (exclusive) event.events |= EPOLLEXCLUSIVE;
  if (once && event.events == EPOLLIN) event.events |= EPOLLRDHUP | EPOLLPRI | EPOLLET;
  return epoll_ctl(set, modify ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
}

int cplatform_epoll_remove(int set, int descriptor) { return epoll_ctl(set, EPOLL_CTL_DEL, descriptor, 0); }

int cplatform_epoll_wait(int set, cplatform_event *events, int capacity, int milliseconds) {
  struct epoll_event ready[BATCH];
  int count = epoll_wait(set, ready, capacity < BATCH ? capacity : BATCH, milliseconds);
  for (int index = 0; index < count; index++) {
    uint32_t seen = ready[index].events;
    events[index].token = ready[index].data.u64;
    events[index].events = (seen & EPOLLIN ? CPLATFORM_READABLE : 0) | (seen & EPOLLOUT ? CPLATFORM_WRITABLE : 0) |
                           (seen & (EPOLLHUP | EPOLLERR) ? CPLATFORM_HANGUP : 0) |
                           (seen & (EPOLLRDHUP | EPOLLPRI) ? CPLATFORM_MORE : 0);
  }
  return count;
}

int cplatform_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int cplatform_accept(int listener) {
  int descriptor = accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (descriptor >= 0) {
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  return descriptor;
}

int cplatform_plain_congestion_control(int descriptor) {
  static const char name[] = "reno";
  return setsockopt(descriptor, IPPROTO_TCP, TCP_CONGESTION, name, sizeof name - 1);
}

ssize_t cplatform_receive(int descriptor, void *buffer, size_t length) {
  return syscall(SYS_recvfrom, descriptor, buffer, length, 0, (void *)0, (void *)0);
}

ssize_t cplatform_send(int descriptor, const void *bytes, size_t length) {
  return syscall(SYS_sendto, descriptor, bytes, length, MSG_NOSIGNAL, (void *)0, 0);
}

int cplatform_retain_freed_memory(int bytes) {
#if defined(__GLIBC__)
  // To set the one ends the other's own growth, so that both are set.
  return mallopt(M_MMAP_THRESHOLD, bytes) == 1 && mallopt(M_TRIM_THRESHOLD, bytes) == 1;
#else
  (void)bytes;
  return 0;
#endif
}

int cplatform_release_freed_memory(size_t retained) {
#if defined(__GLIBC__)
#if __GLIBC_PREREQ(2, 33)
  if (mallinfo2().fordblks <= retained) return 0;
#endif
  return malloc_trim(retained);
#else
  (void)retained;
  return 0;
#endif
}

int cplatform_limit_stacks(size_t bytes) {
#if defined(__GLIBC__)
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return 0;
  int taken = pthread_attr_setstacksize(&attributes, bytes) == 0 && pthread_setattr_default_np(&attributes) == 0;
  pthread_attr_destroy(&attributes);
  return taken;
#else
  (void)bytes;
  return 0;
#endif
}

int cplatform_processor_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
  return 1;
}

int cplatform_limit_arenas(int count) {
#ifdef M_ARENA_MAX
  return mallopt(M_ARENA_MAX, count);
#else
  (void)count;
  return 0;
#endif
}
#else
#include "CPlatform.h"
#endif
