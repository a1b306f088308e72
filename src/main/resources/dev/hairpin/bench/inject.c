/* Writes one frame into a macvtap again and again; says how many nanoseconds that took. */
#include <fcntl.h>
#include <linux/if_tun.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **word) {
  unsigned char frame[10 + 60] = {0};
  struct timespec start, end;
  int size = 0x7fffffff, fd;
  long frames, index;
  if (count != 4) return 2;
  for (index = 0; index < 60; index++) {
    unsigned octet;
    sscanf(word[3] + 2 * index, "%2x", &octet);
    frame[10 + index] = octet;
  }
  fd = open(word[1], O_RDWR | O_NONBLOCK);
  if (fd < 0 || ioctl(fd, TUNSETSNDBUF, &size) || ioctl(fd, TUNSETOFFLOAD, 0)) return perror(word[1]), 1;
  frames = atol(word[2]);
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (index = 0; index < frames; index++)
    if (write(fd, frame, sizeof frame) != sizeof frame) return perror("write"), 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%lld\n", (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec);
  return 0;
}
