// SPDX-License-Identifier: Apache-2.0
// A small office with an indicator, and a pen that writes records past every check.
#pragma once

#include <string>

#include "service/setup/money_request.h"
#include "tests/service/desk.h"

namespace mingzhang::tests {

/// Indicator F1 of 1,000.00, arrived on 2016-02-01.
funds::Command sample_indicator();
/// An allocation from F1 to one township on 2016-03-01.
funds::Command sample_allocation(const std::string& code, std::int64_t amount);
/// A list of two synthetic households, 30.00 and 20.00 from F1 on 2016-04-01, with the digest of its rows.
funds::SubmitList sample_list(const std::string& code);

/// A request of this command alone on the test book.
service::Request only(const service::Command& command);

/// The test book with the indicator.
class FundDesk {
 public:
  FundDesk();

  std::string path() const { return folder_.file("funds.db"); }
  /// The command with its vouchers; requires that it is not refused.
  service::Request request_of(const funds::Command& command);
  /// Prepared by "maker" and approved by "checker".
  service::Answer submit(const std::string& key, service::Request request);
  service::Answer submit(const std::string& key, const funds::Command& command);
  /// Appends the request's records and projections as the write path does, but asks nobody: what somebody does who has
  /// the keys of the house.
  void forge(const std::string& key, service::Request request);
  Desk& desk() { return desk_; }

 private:
  TemporaryFolder folder_;
  Desk desk_;
};

}  // namespace mingzhang::tests
