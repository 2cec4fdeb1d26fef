# SPDX-License-Identifier: Apache-2.0
# The switches of the build, the flags of every target, and ccache where there is one.

option(MINGZHANG_TESTS "Build the tests" ON)
option(MINGZHANG_STATIC_VERIFIER "Link mingzhang-verify into one static file" OFF)
option(MINGZHANG_BENCH "Build the benchmarks" OFF)
option(MINGZHANG_FUZZ "Build tests/fuzz with libFuzzer (Clang only)" OFF)
option(MINGZHANG_PRECOMPILE "Parse the standard library once, not in every file" OFF)
set(MINGZHANG_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "How to optimise" FORCE)
endif()

find_program(MINGZHANG_CCACHE ccache)
if(MINGZHANG_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MINGZHANG_CCACHE})
  if(MINGZHANG_PRECOMPILE) # ccache asks for both, or it does not cache what uses a precompiled header
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${MINGZHANG_CCACHE})
    add_compile_options(-fpch-preprocess)
  endif()
endif()

add_library(mingzhang_flags INTERFACE)
target_compile_options(mingzhang_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# A warning stops whoever changes the code, not whoever only builds it.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(mingzhang_flags INTERFACE -Werror)
endif()
# GCC 12 sees overlapping copies in std::string where there are none (GCC bug 105651).
target_compile_options(mingzhang_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(mingzhang_flags INTERFACE ${CMAKE_SOURCE_DIR})
# -D_GLIBCXX_ASSERTIONS costs a comparison where the standard library would otherwise read beyond the end.
target_compile_definitions(mingzhang_flags INTERFACE _GLIBCXX_ASSERTIONS)

if(MINGZHANG_SANITIZE)
  set(sanitize -fsanitize=${MINGZHANG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(mingzhang_flags INTERFACE ${sanitize})
  target_link_options(mingzhang_flags INTERFACE ${sanitize})
endif()
if(MINGZHANG_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "MINGZHANG_FUZZ needs Clang: cmake --preset asan")
  endif()
  # Which blocks ran, for every source; which comparisons failed only where bytes are parsed (base/, audit/): that costs a
  # third of the compile time.
  target_compile_options(mingzhang_flags INTERFACE -fsanitize-coverage=inline-8bit-counters,pc-table)
endif()
