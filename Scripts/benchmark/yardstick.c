// The yardstick: the least that a correct-looking HTTP server can do on one core, to measure others against.
//
//   yardstick PORT TARGET BODY-FILE [TARGET BODY-FILE]...
//
// One epoll set, one thread, no allocation. It has the duties of a cached answer: it reads the head in one pass, checks the
// request line, every field name and every field value byte by byte, demands one valid Host, looks the target up in a hash
// table, sends a ready answer with the current Date, and gathers pipelined answers into one write. Its head is as long as
// Rostrum's. It has none of the other duties: no negotiation, no preconditions, no deadlines, no other methods, no
// refusals, no metrics.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { most_targets = 64, most_connections = 65536, receive_size = 16384, send_size = 1 << 17 };

struct answer {
    const char *target;
    size_t target_length;
    char *bytes;
    size_t length;
    size_t date; // where the Date begins
};

struct connection {
    char *received;
    size_t length;
    char *pending; // what the peer has not taken yet
    size_t pending_length;
};

static struct answer answers[most_targets];
static int answer_count;
static struct connection connections[most_connections];
static char outgoing[send_size];
static unsigned char is_token[256], is_target[256], is_host[256];
static const struct answer *table[4 * most_targets];

static unsigned long hash(const char *bytes, size_t length) {
    unsigned long value = 0xcbf29ce484222325;
    for (size_t i = 0; i < length; i++) value = (value ^ (unsigned char)bytes[i]) * 0x100000001b3;
    return value;
}

static const struct answer **place(const char *target, size_t length) {
    unsigned long at = hash(target, length);
    for (;; at++) {
        const struct answer **found = &table[at % (4 * most_targets)];
        if (!*found || ((*found)->target_length == length && memcmp((*found)->target, target, length) == 0)) return found;
    }
}

static void make_answer(const char *target, const char *path) {
    struct answer *answer = &answers[answer_count++];
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    answer->bytes = malloc(1 << 20);
    char *body = malloc(1 << 20);
    size_t length = fread(body, 1, 1 << 19, file);
    fclose(file);
    answer->target = target;
    answer->target_length = strlen(target);
    int head = sprintf(answer->bytes,
                       "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nX-Request-Id: 0123456789abcdef\r\n"
                       "Content-Type: application/json\r\nContent-Length: %zu\r\nCache-Control: no-cache\r\n"
                       "X-Content-Type-Options: nosniff\r\nVary: Accept, Accept-Encoding, Origin\r\n"
                       "ETag: \"0123456789abcdef0123456789abcdef\"\r\n\r\n",
                       length);
    answer->date = strstr(answer->bytes, "Date: ") + 6 - answer->bytes;
    memcpy(answer->bytes + head, body, length);
    answer->length = head + length;
    *place(answer->target, answer->target_length) = answer;
    free(body);
}

static void patch_dates(void) {
    static time_t last;
    time_t seconds = time(0);
    if (seconds == last) return;
    last = seconds;
    char text[64];
    struct tm parts;
    gmtime_r(&seconds, &parts);
    strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    for (int i = 0; i < answer_count; i++) memcpy(answers[i].bytes + answers[i].date, text, 29);
}

static void close_connection(int descriptor) {
    free(connections[descriptor].pending);
    connections[descriptor].pending = 0;
    connections[descriptor].pending_length = 0;
    connections[descriptor].length = 0;
    close(descriptor);
}

// One request at `p`; returns its length, 0 where it is not complete, -1 where it is wrong.
static long parse(const char *p, size_t length, const struct answer **found) {
    const char *end = p + length, *q = p;
    if (length < 16) return 0;
    if (memcmp(p, "GET ", 4) != 0) return -1;
    const char *target = p + 4;
    q = target;
    while (q < end && is_target[(unsigned char)*q]) q++;
    if (q == end) return 0;
    size_t target_length = q - target;
    if (end - q < 11) return 0;
    if (memcmp(q, " HTTP/1.1\r\n", 11) != 0) return -1;
    q += 11;
    int hosts = 0;
    for (;;) {
        if (end - q < 2) return 0;
        if (q[0] == '\r' && q[1] == '\n') break;
        const char *name = q;
        while (q < end && is_token[(unsigned char)*q]) q++;
        if (q == end) return 0;
        if (*q != ':' || q == name) return -1;
        int is_host_field = q - name == 4 && strncasecmp(name, "host", 4) == 0;
        hosts += is_host_field;
        q++;
        while (q < end && (*q == ' ' || *q == '\t')) q++;
        const char *value = q;
        while (q < end && ((unsigned char)*q >= 0x20 || *q == '\t') && *q != 0x7F) q++;
        if (end - q < 2) return 0;
        if (q[0] != '\r' || q[1] != '\n') return -1;
        if (is_host_field) {
            if (value == q) return -1;
            for (const char *p = value; p < q; p++)
                if (!is_host[(unsigned char)*p]) return -1;
        }
        q += 2;
    }
    if (hosts != 1) return -1;
    *found = *place(target, target_length);
    return *found ? q + 2 - p : -1;
}

static int flush(int set, int descriptor, const char *bytes, size_t length) {
    struct connection *c = &connections[descriptor];
    while (length > 0) {
        ssize_t n = send(descriptor, bytes, length, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) {
            char *rest = malloc(length);
            memcpy(rest, bytes, length);
            free(c->pending);
            c->pending = rest;
            c->pending_length = length;
            struct epoll_event event = {.events = EPOLLOUT, .data.fd = descriptor};
            epoll_ctl(set, EPOLL_CTL_MOD, descriptor, &event);
            return 0;
        }
        if (n <= 0) return -1;
        bytes += n;
        length -= n;
    }
    return 0;
}

static int serve(int set, int descriptor) {
    struct connection *c = &connections[descriptor];
    size_t used = 0, filled = 0;
    while (used < c->length && !c->pending) {
        const struct answer *answer = 0;
        long consumed = parse(c->received + used, c->length - used, &answer);
        if (consumed < 0) return -1;
        if (consumed == 0) break;
        if (filled + answer->length > send_size) {
            if (flush(set, descriptor, outgoing, filled) != 0) return -1;
            filled = 0;
            if (c->pending) break;
        }
        memcpy(outgoing + filled, answer->bytes, answer->length);
        filled += answer->length;
        used += consumed;
    }
    if (filled && flush(set, descriptor, outgoing, filled) != 0) return -1;
    memmove(c->received, c->received + used, c->length - used);
    c->length -= used;
    return c->length == receive_size ? -1 : 0;
}

static int ready(int set, int descriptor, unsigned events) {
    struct connection *c = &connections[descriptor];
    if (events & EPOLLOUT && c->pending) {
        char *rest = c->pending;
        size_t length = c->pending_length;
        c->pending = 0;
        int result = flush(set, descriptor, rest, length);
        free(rest);
        if (result != 0) return -1;
        if (c->pending) return 0;
        struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
        epoll_ctl(set, EPOLL_CTL_MOD, descriptor, &event);
        return serve(set, descriptor);
    }
    ssize_t n = recv(descriptor, c->received + c->length, receive_size - c->length, 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    if (n <= 0) return -1;
    c->length += n;
    return serve(set, descriptor);
}

int main(int count, char **words) {
    if (count < 4 || count % 2 != 0) {
        fprintf(stderr, "usage: yardstick PORT TARGET BODY-FILE [TARGET BODY-FILE]...\n");
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    for (const char *p = "!#$%&'*+-.^_`|~"; *p; p++) is_token[(unsigned char)*p] = 1;
    for (int c = 0; c < 256; c++)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) is_token[c] = is_host[c] = 1;
    for (const char *p = "-._~!$&'()*+,;=:[]%"; *p; p++) is_host[(unsigned char)*p] = 1;
    for (int c = 0x21; c < 256; c++) is_target[c] = c != 0x7F && c != '#';
    for (int i = 2; i + 1 < count && answer_count < most_targets; i += 2) make_answer(words[i], words[i + 1]);

    int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(atoi(words[1])), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1024) != 0) {
        perror("yardstick");
        return 1;
    }
    int set = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    epoll_ctl(set, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        struct epoll_event events[256];
        int amount = epoll_wait(set, events, 256, 1000);
        patch_dates();
        for (int i = 0; i < amount; i++) {
            int descriptor = events[i].data.fd;
            if (descriptor != listener) {
                if (ready(set, descriptor, events[i].events) != 0) close_connection(descriptor);
                continue;
            }
            int accepted;
            while ((accepted = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
                if (accepted >= most_connections) {
                    close(accepted);
                    continue;
                }
                if (!connections[accepted].received) connections[accepted].received = malloc(receive_size);
                connections[accepted].length = 0;
                setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                struct epoll_event added = {.events = EPOLLIN, .data.fd = accepted};
                epoll_ctl(set, EPOLL_CTL_ADD, accepted, &added);
            }
        }
    }
}
