# SPDX-License-Identifier: Apache-2.0
# Compiles audit/package/guide/* into the function package_guides().
file(GLOB guide_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/package/guide/*)
list(SORT guide_files)
set(guide_rows "")
foreach(file IN LISTS guide_files)
  # Otherwise an edited file would go unnoticed until the next configuration.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  cmake_path(GET file FILENAME name)
  file(READ ${file} text)
  string(APPEND guide_rows "    {\"${name}\", R\"guide(${text})guide\"},\n")
endforeach()
list(LENGTH guide_files guide_count)
set(guide_source "// SPDX-License-Identifier: Apache-2.0
// Made from audit/package/guide by the build.
#include <array>

#include \"audit/package/guides.h\"

namespace mingzhang::audit {
namespace {

constexpr std::array<PackageGuide, ${guide_count}> kGuides{{
${guide_rows}}};

}  // namespace

std::span<const PackageGuide> package_guides() {
  return kGuides;
}

}  // namespace mingzhang::audit
")
# Not `file(CONFIGURE)`: a guide holds '@' and '$' of its own.
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/guide_list.cpp CONTENT "${guide_source}")
target_sources(mingzhang_audit PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/guide_list.cpp)
