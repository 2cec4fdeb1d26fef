// SPDX-License-Identifier: Apache-2.0
// mingzhang_bench [--lines N] [--accounts N] [--dir DIR] [--program PATH]: prints what was measured, as ratios within
// this run.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/measurements.h"

int main(int argc, char** argv) {
  mingzhang::bench::Sizes sizes;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--lines") sizes.lines = std::atoll(argv[i + 1]);
    else if (name == "--accounts") sizes.accounts = std::atoi(argv[i + 1]);
    else if (name == "--dir") sizes.directory = argv[i + 1];
    else if (name == "--program") sizes.program = argv[i + 1];
    else argc = -1;
  }
  if (argc % 2 == 0 || argc < 0) {
    std::fprintf(stderr, "mingzhang_bench [--lines N] [--accounts N] [--dir DIR] [--program PATH]\n");
    return 2;
  }
  std::printf("%d accounts; medians of several runs\n", sizes.accounts);
  measure_posting(sizes);
  measure_reports(sizes);
  measure_program(sizes);
  return 0;
}
