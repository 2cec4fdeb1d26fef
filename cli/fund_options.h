// SPDX-License-Identifier: Apache-2.0
// What the commands of the funds share: their options, and the way of a command to the books.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/verb.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::cli {

/// Makes a command from the values of a verb; the book may be read.
using MakeFundCommand = service::NewFundCommand (*)(const service::BookPlace& place, const Values& values);
/// Runs a verb that makes one command of the funds and submits it with its vouchers.
/// Where --rule is given, the rule's answer becomes the command's explanation.
std::function<int(Desk&, const Values&)> ordering(MakeFundCommand make);
/// The same for a command that asks its rule itself.
std::function<int(Desk&, const Values&)> ordering_as_made(MakeFundCommand make);
/// The command with the answer of --rule, where that is given.
service::NewFundCommand with_answer(const service::BookPlace& place, service::NewFundCommand command, const Values& values);
/// --rule, --input and the packs of the site.
Result<service::RuleWords, service::Refusal> rule_words(const Values& values);
/// Submits a command of any module with its vouchers and shows the receipt; a random key where --key is not given.
int submit_with_vouchers(Desk& desk, OpenDesk& open, const Result<service::Command, service::Refusal>& command);
/// Submits a command of the funds with its vouchers and shows the receipt. `key` is used where --key is not given;
/// empty: a random one.
int submit_fund_command(Desk& desk, OpenDesk& open, const service::NewFundCommand& command, const std::string& key);

OptionSpec required_option(const char* name, const char* value, const char* help);
OptionSpec optional_option(const char* name, const char* value, const char* help);
OptionSpec list_option(const char* name, const char* value, const char* help);
OptionSpec word_argument(const char* name, const char* help);
OptionSpec date_option();
OptionSpec project_option();
/// The options, then --explanation, --rule, --input and --packs.
std::vector<OptionSpec> with_rule(std::vector<OptionSpec> options);

/// The options, then --debit, --credit, --budget-debit and --budget-credit. `usual` says what stands in for them.
std::vector<OptionSpec> with_accounts(std::vector<OptionSpec> options, const std::string& usual);
service::AccountWords account_words(const Values& values);

/// Options of a payment list but its rows, and their values.
std::vector<OptionSpec> list_options();
service::NewList new_list(const Values& values);

}  // namespace mingzhang::cli
