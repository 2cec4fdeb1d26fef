# SPDX-License-Identifier: Apache-2.0
# Switches of the build and the one way in which a folder becomes a library.

option(MINGZHANG_TESTS "Build the tests" ON)
option(MINGZHANG_BENCH "Build the benchmarks" OFF)
option(MINGZHANG_FUZZ "Build the libFuzzer targets (Clang only)" OFF)
set(MINGZHANG_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")

add_library(mingzhang_flags INTERFACE)
target_compile_options(mingzhang_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(mingzhang_flags INTERFACE ${CMAKE_SOURCE_DIR})
if(MINGZHANG_SANITIZE)
  target_compile_options(mingzhang_flags INTERFACE -fsanitize=${MINGZHANG_SANITIZE} -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=all)
  target_link_options(mingzhang_flags INTERFACE -fsanitize=${MINGZHANG_SANITIZE})
endif()
if(MINGZHANG_FUZZ)
  target_compile_options(mingzhang_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# mingzhang_folder(NAME LINKS …): the library of folder NAME from all its sources, linking the folders it may include.
function(mingzhang_folder name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    add_library(mingzhang_${name} INTERFACE)
    target_link_libraries(mingzhang_${name} INTERFACE mingzhang_flags ${ARG_LINKS})
    return()
  endif()
  add_library(mingzhang_${name} STATIC ${sources})
  target_link_libraries(mingzhang_${name} PUBLIC mingzhang_flags ${ARG_LINKS})
endfunction()
