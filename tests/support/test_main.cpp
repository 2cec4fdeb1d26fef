// SPDX-License-Identifier: Apache-2.0
// The main function of every test program, compiled once; it chooses and prints the seed of the run.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

std::uint64_t chosen_seed() {
  const char* text = std::getenv("MINGZHANG_SEED");
  if (text == nullptr || *text == '\0') return std::random_device{}();
  std::uint64_t seed = 0;
  const char* end = text + std::strlen(text);
  const auto parsed = std::from_chars(text, end, seed);
  if (parsed.ec != std::errc{} || parsed.ptr != end) {
    std::fprintf(stderr, "got MINGZHANG_SEED=%s, wanted a decimal number\n", text);
    std::exit(2);
  }
  return seed;
}

}  // namespace

std::uint64_t run_seed() {
  static const std::uint64_t seed = chosen_seed();
  return seed;
}

}  // namespace mingzhang::tests

int main(int argc, char** argv) {
  const std::string seed = std::to_string(mingzhang::tests::run_seed());
  std::fprintf(stderr, "MINGZHANG_SEED=%s repeats this run\n", seed.c_str());
  // rapidcheck has a variable of its own; one that the caller set stays (it may also choose a single property).
  setenv("RC_PARAMS", ("seed=" + seed).c_str(), 0);
  return Catch::Session().run(argc, argv);
}
