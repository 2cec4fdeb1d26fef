// SPDX-License-Identifier: Apache-2.0
// Writing and reading parts and rates.
#include "loans/record_parts.h"

namespace mingzhang::loans {
namespace {

Money signed_amount(Members& members, std::string_view key) {
  const std::int64_t fen = members.integer(key, 0, false);
  if (fen < -Money::kFenMax || fen > Money::kFenMax) members.fail();
  return fen < -Money::kFenMax || fen > Money::kFenMax ? Money() : Money::from_fen(fen);
}

}  // namespace

void write_parts(JsonWriter& writer, std::string_view key, const Parts& parts) {
  if (parts == Parts()) return;
  writer.key(key);
  writer.begin_object();
  write_number(writer, "fees", parts.fees.fen());
  write_number(writer, "interest", parts.interest.fen());
  write_number(writer, "penalties", parts.penalties.fen());
  write_number(writer, "principal", parts.principal.fen());
  writer.end_object();
}

Parts read_parts(Members& members, std::string_view key) {
  Parts parts;
  const JsonValue* value = members.take(key, false);
  if (value == nullptr) return parts;
  Members inner(*value);
  parts.fees = signed_amount(inner, "fees");
  parts.interest = signed_amount(inner, "interest");
  parts.penalties = signed_amount(inner, "penalties");
  parts.principal = signed_amount(inner, "principal");
  if (!inner.is_complete()) members.fail();
  return parts;
}

void write_rate(JsonWriter& writer, std::string_view key, Rate rate) {
  writer.key(key);
  writer.integer(rate.units());
}

Rate read_rate(Members& members, std::string_view key) {
  const std::int64_t units = members.integer(key, 0, true);
  if (units < 0 || units > Rate::kUnitsMax) members.fail();
  return units < 0 || units > Rate::kUnitsMax ? Rate() : Rate::from_units(units);
}

}  // namespace mingzhang::loans
