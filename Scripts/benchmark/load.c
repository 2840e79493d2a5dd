// A load for one HTTP/1.1 server on loopback: keep-alive connections, each with `depth` requests in flight at a time.
//
//   load PORT TARGET BODY-FILE CONNECTIONS DEPTH SECONDS PID... [-- FIELD-LINE...]
//
// Where a field line has ########, each request has another number there.
//
// The first answer of a connection is parsed, its content may be chunked; the later ones are counted by their bytes, and every
// body is compared with the file, so that a server can neither be waited for nor answer wrongly unnoticed. The processor time
// is that of the server's processes (PID...) during the run. Prints one line, tab-separated:
//   requests per second, server CPU µs per request, p50 µs, p99 µs of a batch, the client's own CPU µs per request
// Where the last is more than the server's, it is the client that is measured by the requests per second.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { most_connections = 20000, receive_size = 1 << 18, most_latency = 1 << 20 };

struct connection {
    int descriptor;
    size_t head;        // length of a head, 0 until the first answer is seen
    size_t offset;      // bytes seen of the present answer
    int answered;       // answers seen of the present batch
    double sent;        // when the batch was sent
    char *start;        // the first answer until it is complete
    size_t start_length;
};

static char *body;
static size_t body_length;
static char *content; // the body as it is sent: itself, or in chunks
static size_t content_length;
static char *batch;
static size_t batch_length, request_length;
static size_t number_place; // where the number of a request stands, 0 where it has none
static unsigned *latencies;

static void die(const char *what) {
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void wrong(const char *what) {
    fprintf(stderr, "load: wrong answer: %s\n", what);
    exit(2);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

// What the processes have used of processors, by clocks that count nanoseconds: /proc counts in hundredths of a second.
static double processor_seconds(char **pids, int count) {
    double seconds = 0;
    for (int i = 0; i < count; i++) {
        clockid_t clock;
        struct timespec time;
        if ((errno = clock_getcpuclockid(atoi(pids[i]), &clock)) != 0 || clock_gettime(clock, &time) != 0)
            die("the server's processor time");
        seconds += time.tv_sec + time.tv_nsec / 1e9;
    }
    return seconds;
}

static double own_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

// Gives each request of the batch a number of its own.
static void number_batch(void) {
    static unsigned number;
    for (size_t at = number_place; at < batch_length; at += request_length) {
        unsigned rest = number++;
        for (int digit = 7; digit >= 0; digit--, rest /= 10) batch[at + digit] = '0' + rest % 10;
    }
}

static void send_batch(struct connection *c) {
    size_t sent = 0;
    if (number_place > 0) number_batch();
    c->answered = 0;
    c->sent = now();
    while (sent < batch_length) {
        ssize_t n = send(c->descriptor, batch + sent, batch_length - sent, MSG_NOSIGNAL);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) die("send");
        sent += n;
    }
}

static int dial(int port) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    if (descriptor < 0 || connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) die("connect");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    return descriptor;
}

// Takes a body apart that was sent in chunks; whether all of it has come.
static int take_chunks(const char *bytes, size_t length) {
    const char *at = bytes, *end = bytes + length;
    size_t decoded = 0;
    for (;;) {
        const char *line = memmem(at, end - at, "\r\n", 2);
        if (!line) return 0;
        size_t size = strtoul(at, 0, 16);
        at = line + 2;
        if ((size_t)(end - at) < size + 2) return 0;
        if (size == 0) break;
        if (decoded + size > body_length || memcmp(body + decoded, at, size) != 0) wrong("a chunk");
        decoded += size;
        at += size + 2;
    }
    if (decoded != body_length) wrong("length of the chunks");
    content_length = at + 2 - bytes;
    content = malloc(content_length);
    memcpy(content, bytes, content_length);
    return 1;
}

// The first answer of a connection: gives the length of a head, and with chunks how the body is sent.
static void first_answer(struct connection *c, const char *bytes, size_t length) {
    c->start = realloc(c->start, c->start_length + length + 1);
    memcpy(c->start + c->start_length, bytes, length);
    c->start_length += length;
    c->start[c->start_length] = 0;
    char *end = memmem(c->start, c->start_length, "\r\n\r\n", 4);
    if (!end) return;
    size_t head = end + 4 - c->start;
    if (strncmp(c->start, "HTTP/1.1 200", 12) != 0) wrong("status is not 200");
    char *field = strcasestr(c->start, "\r\ncontent-length:"), *coding = strcasestr(c->start, "\r\ntransfer-encoding: chunked");
    if (coding && coding < end) {
        if (content == body && !take_chunks(end + 4, c->start_length - head)) return;
    } else if (!field || field > end || strtoul(field + 17, 0, 10) != body_length) {
        wrong("Content-Length");
    }
    c->head = head;
}

// Counts answers in received bytes and compares their bodies; returns how many were completed.
static int consume(struct connection *c, const char *bytes, size_t length) {
    int completed = 0;
    if (!c->head) {
        first_answer(c, bytes, length);
        if (!c->head) return 0;
        bytes = c->start;
        length = c->start_length;
    }
    size_t whole = c->head + content_length;
    while (length > 0) {
        size_t step = whole - c->offset < length ? whole - c->offset : length;
        size_t from = c->offset > c->head ? c->offset : c->head, to = c->offset + step;
        if (to > from && memcmp(bytes + (from - c->offset), content + (from - c->head), to - from) != 0) wrong("body");
        if (c->offset == 0 && step >= 12 && memcmp(bytes, "HTTP/1.1 200", 12) != 0) wrong("status");
        c->offset += step;
        bytes += step;
        length -= step;
        if (c->offset == whole) {
            c->offset = 0;
            completed++;
        }
    }
    free(c->start);
    c->start = 0;
    return completed;
}

static double percentile(double share, unsigned long total) {
    unsigned long wanted = total * share, seen = 0;
    for (int i = 0; i < most_latency; i++) {
        seen += latencies[i];
        if (seen > wanted) return i;
    }
    return most_latency;
}

int main(int count, char **words) {
    if (count < 8) {
        fprintf(stderr, "usage: load PORT TARGET BODY-FILE CONNECTIONS DEPTH SECONDS PID... [-- FIELD-LINE...]\n");
        return 64;
    }
    int port = atoi(words[1]), connections = atoi(words[4]), depth = atoi(words[5]);
    double seconds = atof(words[6]);
    char **pids = words + 7;
    int processes = 0;
    while (7 + processes < count && strcmp(pids[processes], "--") != 0) processes++;
    if (connections < 1 || connections > most_connections || depth < 1 || depth > 256 || seconds <= 0 || seconds > 120) return 64;

    FILE *file = fopen(words[3], "r");
    if (!file) die(words[3]);
    body = malloc(1 << 24);
    body_length = fread(body, 1, 1 << 24, file);
    fclose(file);
    content = body;
    content_length = body_length;

    char request[8192];
    int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n", words[2], port);
    for (int i = 7 + processes + 1; i < count; i++)
        length += snprintf(request + length, sizeof request - length, "%s\r\n", words[i]);
    length += snprintf(request + length, sizeof request - length, "\r\n");
    request_length = length;
    char *number = strstr(request, "########");
    if (number) number_place = number - request;
    batch_length = (size_t)length * depth;
    batch = malloc(batch_length);
    for (int i = 0; i < depth; i++) memcpy(batch + (size_t)i * length, request, length);
    latencies = calloc(most_latency, sizeof *latencies);

    int set = epoll_create1(0);
    struct connection *all = calloc(connections, sizeof *all);
    for (int i = 0; i < connections; i++) {
        all[i].descriptor = dial(port);
        // Told of once what has come: to be told again until all is read takes the system another look for each answer.
        struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.ptr = &all[i]};
        epoll_ctl(set, EPOLL_CTL_ADD, all[i].descriptor, &event);
    }
    static char buffer[receive_size];
    double begin = now(), end = begin + seconds, before = processor_seconds(pids, processes), own_before = own_seconds();
    unsigned long requests = 0, batches = 0;
    for (int i = 0; i < connections; i++) send_batch(&all[i]);
    double time = begin;
    while (time < end) {
        struct epoll_event events[256];
        int ready = epoll_wait(set, events, 256, 1000);
        time = now();
        for (int i = 0; i < ready; i++) {
            struct connection *c = events[i].data.ptr;
            ssize_t n;
            do {
                n = recv(c->descriptor, buffer, sizeof buffer, 0);
                if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
                if (n <= 0) wrong("the connection was closed");
                int completed = consume(c, buffer, n);
                c->answered += completed;
                requests += completed;
                if (c->answered == depth) {
                    unsigned long microseconds = (time - c->sent) * 1e6;
                    latencies[microseconds < most_latency ? microseconds : most_latency - 1]++;
                    batches++;
                    send_batch(c);
                }
                // A short read is all there is.
            } while (n == sizeof buffer || (n < 0 && errno == EINTR));
        }
    }
    double used = processor_seconds(pids, processes) - before, own = own_seconds() - own_before;
    if (requests == 0) wrong("none came");
    printf("%.0f\t%.2f\t%.0f\t%.0f\t%.2f\n", requests / (time - begin), used / requests * 1e6, percentile(0.50, batches),
           percentile(0.99, batches), own / requests * 1e6);
    return 0;
}
