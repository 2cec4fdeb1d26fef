// SPDX-License-Identifier: Apache-2.0
// Any bytes as a package: opening and reading everything ends, in bounded memory, with an answer.
#include <cstddef>
#include <cstdint>
#include <string>

#include "audit/notes/trust_policy.h"
#include "audit/package/byte_files.h"
#include "audit/package/zip_reader.h"
#include "audit/verify/report.h"
#include "audit/verify/verify_package.h"
#include "base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const mingzhang::audit::MemoryBytes source(std::string(reinterpret_cast<const char*>(data), size));
  const auto zip = mingzhang::audit::ZipReader::open(source);
  if (!zip) return 0;
  const mingzhang::audit::AuditorSide auditor;
  const mingzhang::audit::PackageVerdict verdict = mingzhang::audit::verify_package(**zip, auditor);
  MZ_CHECK(verdict.exit_code() != 0);  // nobody's policy is nobody's trust
  MZ_CHECK(!mingzhang::audit::report_text(verdict).empty());
  MZ_CHECK(!mingzhang::audit::report_json(verdict).empty());
  return 0;
}
