// SPDX-License-Identifier: Apache-2.0
// The array format: dimensions, a flag for NULLs, the element's type, the length, then each element with its length.
#include "store/postgres/postgres_arrays.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::store {
namespace {

constexpr TypeId kBytea = 17;
constexpr TypeId kBigint = 20;
constexpr TypeId kText = 25;

void append_32(std::uint32_t number, std::string& bytes) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> static_cast<unsigned>(shift));
}

void append_64(std::uint64_t number, std::string& bytes) {
  append_32(static_cast<std::uint32_t>(number >> 32U), bytes);
  append_32(static_cast<std::uint32_t>(number), bytes);
}

void append_element(const Value& value, std::string& bytes) {
  switch (value.kind) {
    case Value::Kind::Null:
      return append_32(0xffffffffU, bytes);
    case Value::Kind::Integer:
      append_32(8, bytes);
      return append_64(static_cast<std::uint64_t>(value.number), bytes);
    case Value::Kind::Text:
    case Value::Kind::Blob:
      append_32(static_cast<std::uint32_t>(value.bytes.size()), bytes);
      bytes.append(value.bytes);
      return;
  }
  MZ_CHECK(false);
}

bool fits(const Value& value, TypeId type) {
  return value.kind == Value::Kind::Null || (value.kind == Value::Kind::Integer && type == kBigint) ||
         (value.kind == Value::Kind::Text && type == kText) || (value.kind == Value::Kind::Blob && type == kBytea);
}

}  // namespace

std::string_view word_of(TypeId type) {
  if (type == kBigint) return "bigint";
  if (type == kText) return "text";
  MZ_CHECK(type == kBytea);
  return "bytea";
}

void add_row(const RowSource& rows, std::span<const TypeId> types, std::size_t row, Parameters& parameters) {
  for (std::size_t column = 0; column < types.size(); ++column) {
    const Value value = rows.value(row, column);
    MZ_CHECK(fits(value, types[column]));
    if (value.kind == Value::Kind::Null) parameters.add_null();
    else if (value.kind == Value::Kind::Integer) parameters.add(value.number);
    else parameters.add_bytes(std::string(value.bytes));
  }
}

std::size_t add_arrays(const RowSource& rows, std::span<const TypeId> types, std::size_t from, std::size_t bytes_max,
                       Parameters& parameters) {
  std::vector<std::string> elements(types.size());
  std::vector<bool> has_null(types.size());
  std::size_t row = from;
  for (std::size_t taken = 0; row < rows.row_count() && taken < bytes_max; ++row) {
    for (std::size_t column = 0; column < types.size(); ++column) {
      const Value value = rows.value(row, column);
      MZ_CHECK(fits(value, types[column]));
      if (value.kind == Value::Kind::Null) has_null[column] = true;
      append_element(value, elements[column]);
      taken += 12 + value.bytes.size();
    }
  }
  for (std::size_t column = 0; column < types.size(); ++column) {
    std::string array;
    array.reserve(20 + elements[column].size());
    append_32(1, array);
    append_32(has_null[column] ? 1 : 0, array);
    append_32(types[column], array);
    append_32(static_cast<std::uint32_t>(row - from), array);
    append_32(1, array);
    array += elements[column];
    parameters.add_bytes(std::move(array));
  }
  return row;
}

}  // namespace mingzhang::store
