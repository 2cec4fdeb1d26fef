// SPDX-License-Identifier: Apache-2.0
// The bytes over which a person's digest is computed.
#include "households/personal_store.h"

#include "base/json.h"

namespace mingzhang::households {

std::string canonical_form(const PersonalValues& values) {
  JsonWriter writer;
  writer.begin_object();
  const auto write = [&writer](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    writer.key(key);
    writer.text(value);
  };
  write("card", values.card);
  write("id_number", values.id_number);
  write("name", values.name);
  write("note", values.note);
  write("person", values.person);
  write("phone", values.phone);
  writer.end_object();
  return writer.take();
}

}  // namespace mingzhang::households
