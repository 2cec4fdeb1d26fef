# SPDX-License-Identifier: Apache-2.0
# Precompiled headers, where tests are built: a quarter of the compile time, and of service/ and cli/ half, because every
# source there knows every command. The same presets compile eight sources as one (CMAKE_UNITY_BUILD), which halves the
# rest; -DCMAKE_UNITY_BUILD=OFF is quicker for whoever changes one source at a time. The release build does without both and
# finds missing includes.
set(standard_headers
    <algorithm> <array> <charconv> <chrono> <cstdint> <cstdio> <cstdlib> <filesystem> <fstream> <functional> <map>
    <memory> <optional> <random> <set> <span> <sstream> <stdexcept> <string> <string_view> <tuple> <unordered_map>
    <utility> <variant> <vector>)

# mingzhang_precompile(NAME LINK HEADER…): the headers that NAME stands for, parsed once with the flags of LINK.
function(mingzhang_precompile name link)
  if(MINGZHANG_PRECOMPILE)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// Only carries a precompiled header.\n")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE ${link})
    target_precompile_headers(${name} PRIVATE ${ARGN})
  endif()
endfunction()

# mingzhang_use_precompiled(TARGET NAME): TARGET starts from the headers of NAME.
function(mingzhang_use_precompiled target name)
  if(MINGZHANG_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

mingzhang_precompile(mingzhang_standard_headers mingzhang_flags ${standard_headers})
set(service_headers ${standard_headers} ${CMAKE_SOURCE_DIR}/service/request.h)
mingzhang_precompile(mingzhang_service_headers mingzhang_flags ${service_headers})
