# SPDX-License-Identifier: Apache-2.0
# Compiles store/migrations/NNNN_name/up.sql into the function migrations().
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*/up.sql)
list(SORT migration_files)
set(migration_rows "")
foreach(file IN LISTS migration_files)
  # Otherwise an edited file would go unnoticed until the next configuration.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(GET folder FILENAME folder_name)
  if(NOT folder_name MATCHES "^([0-9][0-9][0-9][0-9])_([a-z_]+)$")
    message(FATAL_ERROR "store/migrations/${folder_name}: the name must be NNNN_name")
  endif()
  set(digits ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  string(REGEX REPLACE "^0+" "" version ${digits})
  if(NOT EXISTS ${folder}/note.md)
    message(FATAL_ERROR "store/migrations/${folder_name}: note.md is missing")
  endif()
  file(READ ${file} sql)
  string(APPEND migration_rows "    {${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
list(LENGTH migration_files migration_count)
set(migration_source "// SPDX-License-Identifier: Apache-2.0
// Made from store/migrations by the build.
#include <array>

#include \"store/migration.h\"

namespace mingzhang::store {
namespace {

constexpr std::array<Migration, ${migration_count}> kMigrations{{
${migration_rows}}};

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

}  // namespace mingzhang::store
")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/migration_list.cpp CONTENT "@migration_source@" @ONLY)
target_sources(mingzhang_store PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/migration_list.cpp)
