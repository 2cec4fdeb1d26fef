// SPDX-License-Identifier: Apache-2.0
// mingzhang_bench [--lines N] [--accounts N] [--dir DIR] [--program PATH] [--only PART]: prints what was measured, as
// ratios within this run.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/measurements.h"

int main(int argc, char** argv) {
  mingzhang::bench::Sizes sizes;
  const char* const server = std::getenv("MINGZHANG_BENCH_SERVER");  // an address holds a password
  if (server != nullptr) sizes.server = server;
  std::string only;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--lines") sizes.lines = std::atoll(argv[i + 1]);
    else if (name == "--accounts") sizes.accounts = std::atoi(argv[i + 1]);
    else if (name == "--dir") sizes.directory = argv[i + 1];
    else if (name == "--program") sizes.program = argv[i + 1];
    else if (name == "--only") only = argv[i + 1];
    else argc = -1;
  }
  const auto is_wanted = [&only](const char* part) { return only.empty() || only == part; };
  if (argc % 2 == 0 || argc < 0) {
    std::fprintf(stderr, "mingzhang_bench [--lines N] [--accounts N] [--dir DIR] [--program PATH] "
                         "[--only posting|batch|reports|county|lending|subsidy|reconcile|seals|server|server-batch|province|program]\n");
    return 2;
  }
  std::printf("%d accounts; medians of several runs\n", sizes.accounts);
  if (is_wanted("posting")) measure_posting(sizes);
  if (is_wanted("posting") || is_wanted("batch")) measure_batch(sizes);
  if (is_wanted("reports")) measure_reports(sizes);
  if (is_wanted("county")) measure_county(sizes);
  if (is_wanted("lending")) measure_lending(sizes);
  if (is_wanted("subsidy") || is_wanted("reconcile")) measure_banks(sizes, is_wanted("subsidy"), is_wanted("reconcile"));
  if (is_wanted("seals")) measure_seals(sizes);
  if (is_wanted("server") || is_wanted("server-batch")) measure_server(sizes, is_wanted("server"));
  if (is_wanted("province")) measure_province(sizes);
  if (is_wanted("program")) measure_program(sizes);
  return 0;
}
