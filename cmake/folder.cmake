# SPDX-License-Identifier: Apache-2.0
# The one way in which a folder becomes a library.

# mingzhang_alone(SOURCES PATTERN…): those of the sources that match are compiled each by itself.
function(mingzhang_alone sources)
  foreach(pattern IN LISTS ARGN)
    set(alone ${sources})
    list(FILTER alone INCLUDE REGEX "${pattern}")
    set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()

# mingzhang_folder(NAME [LINKS …] [PRECOMPILED …]): the library of folder NAME from all its sources except main.cpp, linking
# the folders it may include and the third-party libraries that live there. PRECOMPILED names headers that
# `mingzhang_precompile` has made; the standard library's by default. ALONE names sources (regular expressions) whose local
# names are alike because they are tables of one form: they are not compiled together (CMAKE_UNITY_BUILD). A folder without
# sources yet is an interface.
function(mingzhang_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "PRECOMPILED" "LINKS;ALONE")
  if(NOT ARG_PRECOMPILED)
    set(ARG_PRECOMPILED mingzhang_standard_headers)
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    add_library(mingzhang_${name} INTERFACE)
    target_link_libraries(mingzhang_${name} INTERFACE mingzhang_flags ${ARG_LINKS})
    return()
  endif()
  add_library(mingzhang_${name} STATIC ${sources})
  target_link_libraries(mingzhang_${name} PUBLIC mingzhang_flags ${ARG_LINKS})
  mingzhang_use_precompiled(mingzhang_${name} ${ARG_PRECOMPILED})
  mingzhang_alone("${sources}" ${ARG_ALONE})
  if(MINGZHANG_FUZZ AND name MATCHES "^(base|audit)$") # where bytes are parsed
    target_compile_options(mingzhang_${name} PRIVATE -fsanitize-coverage=trace-cmp)
  endif()
endfunction()
