/* Advertises images.
 *
 * Usage: producer hold COUNT WIDTH HEIGHT [WIDTH HEIGHT]...
 *            advertises COUNT images of each size, prints their paths and "ready", and keeps them until its input ends
 *        producer churn COUNT
 *            advertises and withdraws COUNT images of 16x16, and prints "ready"
 */
#include "portal.h"

#define IMAGES_PER_CONNECTION 60 /* the broker allows a producer 64 */

typedef struct {
    sd_bus *bus;
    char *session;
    unsigned images;
} Producer;

static Producer register_producer(void)
{
    Producer producer = {0};
    sd_bus_error error = SD_BUS_ERROR_NULL;
    sd_bus_message *answer = NULL;
    const char *session;
    must("connect", sd_bus_open_user(&producer.bus));
    must_answer("RegisterProducer",
                sd_bus_call_method(producer.bus, PORTAL_NAME, PORTAL_PATH, PRODUCER_INTERFACE, "RegisterProducer", &error,
                                   &answer, "a{sv}", 0),
                &error);
    must("read", sd_bus_message_read(answer, "o", &session));
    producer.session = strdup(session);
    sd_bus_message_unref(answer);
    return producer;
}

/* Returns the image's path, to be freed. */
static char *advertise(Producer *producer, uint32_t width, uint32_t height)
{
    sd_bus_error error = SD_BUS_ERROR_NULL;
    sd_bus_message *call = NULL, *answer = NULL;
    const char *path;
    int fd = sealed_memfd((uint64_t)width * 4 * height);
    must("make the call", sd_bus_message_new_method_call(producer->bus, &call, PORTAL_NAME, PORTAL_PATH, PRODUCER_INTERFACE,
                                                         "Advertise"));
    must("append", sd_bus_message_append(call, "oa{sv}", producer->session, 1, "title", "s", "Bench"));
    must("append", sd_bus_message_open_container(call, 'a', BUFFER_SIGNATURE));
    must("append", append_buffer(call, width, height, fd));
    must("append", sd_bus_message_close_container(call));
    close(fd); /* the message has a duplicate */
    must_answer("Advertise", sd_bus_call(producer->bus, call, 0, &error, &answer), &error);
    must("read", sd_bus_message_read(answer, "o", &path));
    path = strdup(path);
    producer->images++;
    sd_bus_message_unref(call);
    sd_bus_message_unref(answer);
    return (char *)path;
}

static void withdraw(Producer *producer, const char *image)
{
    sd_bus_error error = SD_BUS_ERROR_NULL;
    must_answer("Withdraw",
                sd_bus_call_method(producer->bus, PORTAL_NAME, PORTAL_PATH, PRODUCER_INTERFACE, "Withdraw", &error, NULL,
                                   "o", image),
                &error);
}

static void hold(unsigned count, int sizes, char **size)
{
    Producer producer = {.images = IMAGES_PER_CONNECTION};
    for (int i = 0; i + 1 < sizes; i += 2)
        for (unsigned n = 0; n < count; n++) {
            if (producer.images == IMAGES_PER_CONNECTION)
                producer = register_producer(); /* earlier ones live on until the program ends */
            char *image = advertise(&producer, (uint32_t)atoi(size[i]), (uint32_t)atoi(size[i + 1]));
            puts(image);
            free(image);
        }
    puts("ready");
    fflush(stdout);
    while (getchar() != EOF) {
    }
}

static void churn(unsigned count)
{
    Producer producer = register_producer();
    for (unsigned n = 0; n < count; n++) {
        char *image = advertise(&producer, 16, 16);
        withdraw(&producer, image);
        free(image);
    }
    sd_bus_flush_close_unref(producer.bus);
    puts("ready");
}

int main(int argc, char **argv)
{
    if (argc >= 5 && strcmp(argv[1], "hold") == 0)
        hold((unsigned)atoi(argv[2]), argc - 3, argv + 3);
    else if (argc == 3 && strcmp(argv[1], "churn") == 0)
        churn((unsigned)atoi(argv[2]));
    else
        return fprintf(stderr, "usage: see the top of producer.c\n"), 64;
    return 0;
}
