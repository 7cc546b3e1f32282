/* The peer that the broker is measured against: answers OpenImage with the broker's struct, and does nothing else.
 *
 * Usage: service NAME WIDTH HEIGHT [WIDTH HEIGHT]...
 * The images are .../image/1, .../image/2 and so on. Prints "ready" when the name is owned; ends with the bus.
 */
#include "portal.h"

#define IMAGES_MAX 8

typedef struct {
    uint32_t width, height;
    int fd;
} Image;

static Image images[IMAGES_MAX];
static unsigned image_count;

static const Image *find_image(const char *path)
{
    static const char prefix[] = PORTAL_PATH "/image/";
    if (strncmp(path, prefix, sizeof prefix - 1) != 0)
        return NULL;
    unsigned long id = strtoul(path + sizeof prefix - 1, NULL, 10);
    return id >= 1 && id <= image_count ? &images[id - 1] : NULL;
}

static int open_image(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
    (void)userdata;
    const char *path;
    int result = sd_bus_message_read(call, "o", &path);
    if (result < 0 || (result = sd_bus_message_skip(call, "a{sv}")) < 0)
        return result;
    const Image *image = find_image(path);
    if (image == NULL)
        return sd_bus_error_set(error, "org.freedesktop.portal.Error.NotFound", "No such image.");

    sd_bus_message *reply = NULL;
    if ((result = sd_bus_message_new_method_return(call, &reply)) >= 0
        && (result = sd_bus_message_append(reply, "uu", 1u, 0u)) >= 0
        && (result = append_buffer(reply, image->width, image->height, image->fd)) >= 0
        && (result = sd_bus_message_append(reply, "a{sv}", 3, "access", "s", "read", "sequence", "t", UINT64_C(0),
                                           "read_only_enforced", "b", 1)) >= 0)
        result = sd_bus_send(NULL, reply, NULL);
    sd_bus_message_unref(reply);
    return result < 0 ? result : 1;
}

static const sd_bus_vtable vtable[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("OpenImage", "oa{sv}", "uu" BUFFER_SIGNATURE "a{sv}", open_image, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

int main(int argc, char **argv)
{
    for (int i = 2; i + 1 < argc && image_count < IMAGES_MAX; i += 2) {
        Image *image = &images[image_count++];
        image->width = (uint32_t)atoi(argv[i]);
        image->height = (uint32_t)atoi(argv[i + 1]);
        image->fd = sealed_memfd((uint64_t)image->width * 4 * image->height);
    }
    if (image_count == 0) {
        fprintf(stderr, "usage: %s NAME WIDTH HEIGHT [WIDTH HEIGHT]...\n", argv[0]);
        return 64;
    }
    sd_bus *bus = NULL;
    must("connect", sd_bus_open_user(&bus));
    must("export", sd_bus_add_object_vtable(bus, NULL, PORTAL_PATH, CONSUMER_INTERFACE, vtable, NULL));
    must("own the name", sd_bus_request_name(bus, argv[1], 0));
    puts("ready");
    fflush(stdout);
    for (;;) {
        int result = sd_bus_process(bus, NULL);
        if (result < 0)
            return 0;
        if (result == 0)
            must("wait", sd_bus_wait(bus, UINT64_MAX));
    }
}
