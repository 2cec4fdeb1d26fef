# SPDX-License-Identifier: Apache-2.0
# Compiles policy/packs/*.json into the function shipped_packs().
file(GLOB pack_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/packs/*.json)
list(SORT pack_files)
set(pack_rows "")
foreach(file IN LISTS pack_files)
  # Otherwise an edited file would go unnoticed until the next configuration.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  cmake_path(GET file FILENAME name)
  file(READ ${file} json)
  string(APPEND pack_rows "    {\"${name}\", R\"json(${json})json\"},\n")
endforeach()
list(LENGTH pack_files pack_count)
set(pack_source "// SPDX-License-Identifier: Apache-2.0
// Made from policy/packs by the build.
#include <array>

#include \"policy/shipped.h\"

namespace mingzhang::policy {
namespace {

constexpr std::array<ShippedPack, ${pack_count}> kPacks{{
${pack_rows}}};

}  // namespace

std::span<const ShippedPack> shipped_packs() {
  return kPacks;
}

}  // namespace mingzhang::policy
")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/pack_list.cpp CONTENT "@pack_source@" @ONLY)
# A pack is longer than the 64 KiB that every compiler must take; ours take far more.
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/pack_list.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
target_sources(mingzhang_policy PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/pack_list.cpp)
