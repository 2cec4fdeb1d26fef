// SPDX-License-Identifier: Apache-2.0
// Walks over portable SQL and leaves what is quoted or a comment alone.
#include "store/postgres/postgres_text.h"

#include <algorithm>

#include "store/sql_text.h"

namespace mingzhang::store {
namespace {

std::string_view type_for(std::string_view word) {
  if (word == "INTEGER") return "BIGINT";
  if (word == "TEXT") return "TEXT COLLATE \"C\"";
  if (word == "BLOB") return "BYTEA";
  return word;
}

}  // namespace

std::string postgres_sql(std::string_view portable) {
  std::string result;
  int number = 0;
  for (std::size_t at = 0; at < portable.size();) {
    const std::size_t end = end_of_quiet(portable, at);
    if (end != at) {
      result.append(portable.substr(at, end - at));
      at = end;
    } else if (portable[at] == '?') {
      result.append("$").append(std::to_string(++number));
      ++at;
    } else {
      result += portable[at++];
    }
  }
  return result;
}

std::string postgres_ddl(std::string_view portable) {
  std::string result;
  for (std::size_t at = 0; at < portable.size();) {
    std::size_t end = end_of_quiet(portable, at);
    if (end != at || !is_word(portable[at])) {
      end = std::max(end, at + 1);
      result.append(portable.substr(at, end - at));
    } else {
      while (end < portable.size() && is_word(portable[end])) ++end;
      result.append(type_for(portable.substr(at, end - at)));
    }
    at = end;
  }
  return result;
}

}  // namespace mingzhang::store
