# SPDX-License-Identifier: Apache-2.0
# tests/fuzz/NAME_fuzz.cpp defines LLVMFuzzerTestOneInput; its inputs stand in tests/fuzz/corpus/NAME/.
# With MINGZHANG_FUZZ (Clang) each becomes the libFuzzer program mingzhang_fuzz_NAME; in every other build it becomes a
# test that replays the corpus, so that what was found once stays fixed.
add_custom_target(mingzhang_fuzz)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*_fuzz.cpp)
foreach(source IN LISTS fuzz_sources)
  cmake_path(GET source STEM stem)
  string(REGEX REPLACE "_fuzz$" "" name ${stem})
  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  if(MINGZHANG_FUZZ)
    add_executable(mingzhang_fuzz_${name} ${source})
    add_dependencies(mingzhang_fuzz mingzhang_fuzz_${name})
    target_link_options(mingzhang_fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(mingzhang_fuzz_${name} ${source} support/fuzz_replay.cpp)
    add_test(NAME fuzz_${name} COMMAND mingzhang_fuzz_${name} ${corpus})
    set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz TIMEOUT 300)
  endif()
  target_link_libraries(mingzhang_fuzz_${name} PRIVATE mingzhang_cli mingzhang_service mingzhang_store)
endforeach()
