// SPDX-License-Identifier: Apache-2.0
// Proves that a call which breaks its contract stops the program.
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace mingzhang::tests {

/// True where `action` ends a child process by SIGABRT, as MZ_CHECK does. What it prints is thrown away.
/// Example: CHECK(aborts([] { Money::from_fen(Money::kFenMax + 1); }));
template <class Action>
bool aborts(Action action) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);  // the test framework would report the abort as its own failure
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(2);
    action();
    _exit(0);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child) return false;
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace mingzhang::tests
