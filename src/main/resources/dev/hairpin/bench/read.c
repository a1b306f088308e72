/* Walks a mapped pcap file of frames with marks, copies each frame out, and counts the marks that it
 * finds; says how many and how many nanoseconds that took. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

int main(int count, char **word) {
  struct timespec start, end;
  struct stat facts;
  static const unsigned char magic[] = {0xa9, 0x48, 0x50, 0x12};
  long marks = 0;
  int fd;
  if (count != 2) return 2;
  clock_gettime(CLOCK_MONOTONIC, &start);
  fd = open(word[1], O_RDONLY);
  if (fd < 0 || fstat(fd, &facts)) return perror(word[1]), 1;
  unsigned char *file = mmap(0, facts.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (file == MAP_FAILED) return perror(word[1]), 1;
  for (off_t at = 24; at + 16 <= facts.st_size;) {
    uint32_t length;
    memcpy(&length, file + at + 8, 4);
    unsigned char *frame = malloc(length), *found;
    memcpy(frame, file + at + 16, length);
    found = memmem(frame, length, magic, sizeof magic);
    if (found) marks++;
    at += 16 + length;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%ld %lld\n", marks, (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec);
  return 0;
}
