/* Calls OpenImage and says how long the answers took.
 *
 * Usage: client latency NAME IMAGE CALLS     one call after the other; prints "P50_NS P99_NS"
 *        client throughput NAME IMAGE CALLS IN_FLIGHT     prints "CALLS_PER_SECOND"
 *        client first NAME     prints "ready", waits until NAME has an owner, calls ListImages, and prints the
 *                              CLOCK_MONOTONIC time of the answer in nanoseconds
 */
#include "portal.h"

/* Reads every field of an answer, as a program that wants the picture does. The message owns the descriptor. */
static void read_answer(sd_bus_message *answer)
{
    uint32_t generation, index, width, height, fourcc, offset, stride;
    uint64_t modifier;
    int fd;
    must("read", sd_bus_message_read(answer, "uu", &generation, &index));
    must("read", sd_bus_message_enter_container(answer, 'r', "uuuta(huu)"));
    must("read", sd_bus_message_read(answer, "uuut", &width, &height, &fourcc, &modifier));
    must("read", sd_bus_message_enter_container(answer, 'a', "(huu)"));
    while (must("read", sd_bus_message_read(answer, "(huu)", &fd, &offset, &stride)) > 0)
        if (fd < 0 || stride < width * 4)
            must("check the plane", -EBADMSG);
    must("read", sd_bus_message_exit_container(answer));
    must("read", sd_bus_message_exit_container(answer));
    must("read", sd_bus_message_skip(answer, "a{sv}"));
}

static int compare(const void *one, const void *other)
{
    uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return a < b ? -1 : a > b;
}

static void measure_latency(sd_bus *bus, const char *name, const char *image, size_t calls)
{
    uint64_t *took_ns = calloc(calls, sizeof *took_ns);
    for (size_t i = 0; i < calls; i++) {
        sd_bus_error error = SD_BUS_ERROR_NULL;
        sd_bus_message *answer = NULL;
        uint64_t start_ns = now_ns();
        int result = sd_bus_call_method(bus, name, PORTAL_PATH, CONSUMER_INTERFACE, "OpenImage", &error, &answer, "oa{sv}",
                                        image, 0);
        must_answer("OpenImage", result, &error);
        read_answer(answer);
        took_ns[i] = now_ns() - start_ns;
        sd_bus_message_unref(answer);
    }
    qsort(took_ns, calls, sizeof *took_ns, compare);
    printf("%llu %llu\n", (unsigned long long)took_ns[calls / 2], (unsigned long long)took_ns[calls * 99 / 100]);
    free(took_ns);
}

typedef struct {
    const char *name, *image;
    size_t to_send, answered;
} Flight;

static int on_answer(sd_bus_message *answer, void *userdata, sd_bus_error *unused);

static void send_call(sd_bus *bus, Flight *flight)
{
    flight->to_send--;
    must("send", sd_bus_call_method_async(bus, NULL, flight->name, PORTAL_PATH, CONSUMER_INTERFACE, "OpenImage", on_answer,
                                          flight, "oa{sv}", flight->image, 0));
}

static int on_answer(sd_bus_message *answer, void *userdata, sd_bus_error *unused)
{
    (void)unused;
    Flight *flight = userdata;
    must_answer("OpenImage", -sd_bus_message_get_errno(answer), sd_bus_message_get_error(answer));
    read_answer(answer);
    flight->answered++;
    if (flight->to_send > 0)
        send_call(sd_bus_message_get_bus(answer), flight);
    return 0;
}

static void measure_throughput(sd_bus *bus, const char *name, const char *image, size_t calls, size_t in_flight)
{
    Flight flight = {.name = name, .image = image, .to_send = calls};
    uint64_t start_ns = now_ns();
    for (size_t i = 0; i < in_flight && flight.to_send > 0; i++)
        send_call(bus, &flight);
    while (flight.answered < calls)
        if (must("process", sd_bus_process(bus, NULL)) == 0)
            must("wait", sd_bus_wait(bus, UINT64_MAX));
    printf("%.0f\n", (double)calls * 1e9 / (double)(now_ns() - start_ns));
}

static int on_owner(sd_bus_message *signal, void *userdata, sd_bus_error *unused)
{
    (void)unused;
    const char *name, *old_owner, *new_owner;
    must("read", sd_bus_message_read(signal, "sss", &name, &old_owner, &new_owner));
    *(int *)userdata = new_owner[0] != '\0';
    return 0;
}

static void await_first_answer(sd_bus *bus, const char *name)
{
    int owned = 0;
    char match[512];
    snprintf(match, sizeof match,
             "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='%s'",
             name);
    must("match", sd_bus_add_match(bus, NULL, match, on_owner, &owned));
    puts("ready");
    fflush(stdout);
    while (!owned)
        if (must("process", sd_bus_process(bus, NULL)) == 0)
            must("wait", sd_bus_wait(bus, UINT64_MAX));
    sd_bus_error error = SD_BUS_ERROR_NULL;
    int result =
        sd_bus_call_method(bus, name, PORTAL_PATH, CONSUMER_INTERFACE, "ListImages", &error, NULL, "a{sv}", 0);
    must_answer("ListImages", result, &error);
    printf("%llu\n", (unsigned long long)now_ns());
}

int main(int argc, char **argv)
{
    sd_bus *bus = NULL;
    must("connect", sd_bus_open_user(&bus));
    const char *mode = argc > 2 ? argv[1] : "";
    if (strcmp(mode, "latency") == 0 && argc == 5)
        measure_latency(bus, argv[2], argv[3], (size_t)atol(argv[4]));
    else if (strcmp(mode, "throughput") == 0 && argc == 6)
        measure_throughput(bus, argv[2], argv[3], (size_t)atol(argv[4]), (size_t)atol(argv[5]));
    else if (strcmp(mode, "first") == 0)
        await_first_answer(bus, argv[2]);
    else
        return fprintf(stderr, "usage: see the top of client.c\n"), 64;
    sd_bus_unref(bus);
    return 0;
}
