/* A file system with two files. Once one is opened, nobody who asks for the attributes of a file gets an answer; whoever
 * closes the file "sticky" gets none either, nor whoever looks for a file ".flatpak-info". Needs Debian's libfuse3-dev. Usage: hangfs -f -o attr_timeout=0 FOLDER
 */
#define FUSE_USE_VERSION 31
#include <errno.h>
#include <fuse.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_bool opened;

static void never_answer(void)
{
    for (;;)
        pause();
}

static int get_attributes(const char *path, struct stat *attributes, struct fuse_file_info *file)
{
    (void)file;
    memset(attributes, 0, sizeof *attributes);
    attributes->st_nlink = 1;
    if (strcmp(path, "/") == 0) {
        attributes->st_mode = S_IFDIR | 0755;
        return 0;
    }
    if (strcmp(path, "/.flatpak-info") == 0)
        never_answer();
    if (strcmp(path, "/picture") != 0 && strcmp(path, "/sticky") != 0)
        return -ENOENT;
    if (opened)
        never_answer();
    attributes->st_mode = S_IFREG | 0666;
    attributes->st_size = 1 << 20;
    return 0;
}

static int open_file(const char *path, struct fuse_file_info *file)
{
    (void)path;
    (void)file;
    opened = 1;
    return 0;
}

static int flush_file(const char *path, struct fuse_file_info *file)
{
    (void)file;
    if (strcmp(path, "/sticky") == 0)
        never_answer();
    return 0;
}

static const struct fuse_operations operations = {
    .getattr = get_attributes,
    .open = open_file,
    .flush = flush_file,
};

int main(int argc, char **argv)
{
    return fuse_main(argc, argv, &operations, NULL);
}
