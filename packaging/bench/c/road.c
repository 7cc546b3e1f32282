/* Hands pictures to another process over a Unix socket, without a broker: what a program would write that needs none.
 *
 * Usage: road memfd|udmabuf
 *            for each line "COUNT WIDTH HEIGHT" of its input hands over COUNT new pictures, and prints the median of the
 *            nanoseconds that one took: from before its memory is made until the other process has read it and let it go
 */
#include <linux/dma-buf.h>
#include <linux/udmabuf.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "portal.h"

#define PAGE_BYTES 4096u
#define MEMORY_SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)

typedef struct {
    uint32_t width, height, format, offset, stride;
    uint64_t modifier;
    uint32_t number; /* in every page */
    int is_dma_buf;
} Picture;

static int udmabuf = -1; /* the device; -1: pictures are memfds */

static int must_call(const char *what, int result)
{
    return must(what, result < 0 ? -errno : result);
}

static size_t size_of(const Picture *picture)
{
    return (size_t)picture->stride * picture->height;
}

static void sync_dma_buf(int fd, uint64_t flags)
{
    struct dma_buf_sync sync = {.flags = flags};
    must_call("DMA_BUF_IOCTL_SYNC", ioctl(fd, DMA_BUF_IOCTL_SYNC, &sync));
}

static uint32_t *map(int fd, size_t size, int protection)
{
    void *memory = mmap(NULL, size, protection, MAP_SHARED, fd, 0);
    must_call("mmap", memory == MAP_FAILED ? -1 : 0);
    return memory;
}

/* Writes the picture's number into each page. */
static void draw(volatile uint32_t *memory, const Picture *picture)
{
    for (size_t at = 0; at < size_of(picture); at += PAGE_BYTES)
        memory[at / sizeof *memory] = picture->number;
}

static void check(const volatile uint32_t *memory, const Picture *picture)
{
    for (size_t at = 0; at < size_of(picture); at += PAGE_BYTES)
        if (memory[at / sizeof *memory] != picture->number) {
            fputs("Another picture than the one that was sent.\n", stderr);
            exit(1);
        }
}

/* Returns a drawn picture's descriptor; *memory is to be unmapped. */
static int make(const Picture *picture, uint32_t **memory)
{
    size_t size = size_of(picture);
    int pages = must_call("memfd_create", memfd_create("road", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    must_call("ftruncate", ftruncate(pages, (off_t)size));
    if (!picture->is_dma_buf) {
        *memory = map(pages, size, PROT_READ | PROT_WRITE);
        must_call("seal", fcntl(pages, F_ADD_SEALS, MEMORY_SEALS | F_SEAL_FUTURE_WRITE));
        draw(*memory, picture);
        return pages;
    }
    must_call("seal", fcntl(pages, F_ADD_SEALS, MEMORY_SEALS));
    struct udmabuf_create create = {
        .memfd = (uint32_t)pages, .flags = UDMABUF_FLAGS_CLOEXEC, .size = (size + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES};
    int fd = must_call("UDMABUF_CREATE", ioctl(udmabuf, UDMABUF_CREATE, &create));
    close(pages);
    *memory = map(fd, size, PROT_READ | PROT_WRITE);
    sync_dma_buf(fd, DMA_BUF_SYNC_START | DMA_BUF_SYNC_WRITE);
    draw(*memory, picture);
    sync_dma_buf(fd, DMA_BUF_SYNC_END | DMA_BUF_SYNC_WRITE);
    return fd;
}

typedef union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
} Ancillary;

static void send_picture(int socket, Picture picture, int fd)
{
    Ancillary ancillary = {0};
    struct iovec body = {&picture, sizeof picture};
    struct msghdr message = {
        .msg_iov = &body, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
    ancillary.header = (struct cmsghdr){CMSG_LEN(sizeof fd), SOL_SOCKET, SCM_RIGHTS};
    memcpy(CMSG_DATA(&ancillary.header), &fd, sizeof fd);
    must_call("sendmsg", (int)sendmsg(socket, &message, 0));
}

/* Returns the picture's descriptor, or -1 when no more come. */
static int receive_picture(int socket, Picture *picture)
{
    Ancillary ancillary;
    struct iovec body = {picture, sizeof *picture};
    struct msghdr message = {
        .msg_iov = &body, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
    ssize_t length = must_call("recvmsg", (int)recvmsg(socket, &message, MSG_CMSG_CLOEXEC));
    if (length != (ssize_t)sizeof *picture || message.msg_controllen < CMSG_LEN(sizeof(int)))
        return -1;
    int fd;
    memcpy(&fd, CMSG_DATA(&ancillary.header), sizeof fd);
    return fd;
}

static void consume(int socket)
{
    Picture picture;
    for (int fd; (fd = receive_picture(socket, &picture)) >= 0;) {
        off_t size = lseek(fd, 0, SEEK_END);
        must("see how large it is", size < (off_t)size_of(&picture) ? -EINVAL : 0);
        uint32_t *memory = map(fd, size_of(&picture), PROT_READ);
        if (picture.is_dma_buf)
            sync_dma_buf(fd, DMA_BUF_SYNC_START | DMA_BUF_SYNC_READ);
        check(memory, &picture);
        if (picture.is_dma_buf)
            sync_dma_buf(fd, DMA_BUF_SYNC_END | DMA_BUF_SYNC_READ);
        munmap(memory, size_of(&picture));
        close(fd);
        must_call("answer", (int)write(socket, "k", 1));
    }
}

static uint64_t hand_over(int socket, uint32_t width, uint32_t height, uint32_t number)
{
    Picture picture = {.width = width,
                       .height = height,
                       .format = DRM_FORMAT_XRGB8888,
                       .stride = width * 4,
                       .modifier = DRM_FORMAT_MOD_LINEAR,
                       .number = number,
                       .is_dma_buf = udmabuf >= 0};
    uint32_t *memory;
    char answer;
    uint64_t begun = now_ns();
    int fd = make(&picture, &memory);
    send_picture(socket, picture, fd);
    must("hear from the consumer", read(socket, &answer, 1) == 1 ? 0 : -EPIPE);
    uint64_t took = now_ns() - begun;
    munmap(memory, size_of(&picture));
    close(fd);
    return took;
}

static int compare(const void *one, const void *other)
{
    uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return a < b ? -1 : a > b;
}

static void produce(int socket)
{
    unsigned count, width, height;
    while (scanf("%u %u %u", &count, &width, &height) == 3 && count > 0) {
        uint64_t *took = calloc(count, sizeof *took);
        for (unsigned i = 0; i < count; i++)
            took[i] = hand_over(socket, width, height, i + 1);
        qsort(took, count, sizeof *took, compare);
        printf("%llu\n", (unsigned long long)took[count / 2]);
        fflush(stdout);
        free(took);
    }
}

int main(int argc, char **argv)
{
    if (argc != 2 || (strcmp(argv[1], "memfd") != 0 && strcmp(argv[1], "udmabuf") != 0))
        return fprintf(stderr, "usage: see the top of road.c\n"), 64;
    if (strcmp(argv[1], "udmabuf") == 0)
        udmabuf = must_call("open /dev/udmabuf", open("/dev/udmabuf", O_RDWR | O_CLOEXEC));
    int ends[2];
    must_call("socketpair", socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends));
    if (must_call("fork", fork()) == 0) {
        close(ends[0]);
        consume(ends[1]);
        return 0;
    }
    close(ends[1]);
    produce(ends[0]);
    close(ends[0]);
    wait(NULL);
    return 0;
}
