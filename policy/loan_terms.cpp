// SPDX-License-Identifier: Apache-2.0
// Reads terms of products.
#include "policy/loan_terms.h"

#include <array>

namespace mingzhang::policy {
namespace {

constexpr std::array kWordFields{
    Field{"code", FieldType::Name, true, "代码", "the code"},
    Field{"title", FieldType::Text, true, "文件的用词", "the document's word"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
};
std::span<const Field> word_fields() { return kWordFields; }

constexpr std::array kPartyFields{
    Field{"role", FieldType::Choice, true,
          "lender 放款，borrower 借款，guarantor 担保，insurer 保险，partner 公司商户等合作方，association 协会，keeper 保管仓储，government 政府",
          "its role", "lender|borrower|guarantor|insurer|partner|association|keeper|government"},
    Field{"title", FieldType::Text, true, "文件的用词", "the document's word"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
};

constexpr std::array kFields{
    Field{"per", FieldType::Choice, true, "上限按户、按人还是按单位", "whose loans are held against the cap", "household|person|organisation"},
    Field{"cap", FieldType::Amount, false, "最高额，含本数；文件没有写则省去", "the most, that amount included; left out where the document is silent"},
    Field{"top_up_cap", FieldType::Amount, false, "追加贷款后的最高额", "the most with a top-up"},
    Field{"longest_months", FieldType::Integer, false, "最长期限（月），含本数；文件没有写则省去",
          "the longest term in months, that number included; left out where the document is silent", {}, nullptr, 1, kTermMonthsMax},
    Field{"rate", FieldType::Object, false, "利率规定；文件没有写则省去", "the rate; left out where the document is silent", {}, rate_rule_fields},
    Field{"security", FieldType::Objects, false, "担保方式；文件没有写则省去", "its security; left out where the document is silent", {}, word_fields},
    Field{"borrowers", FieldType::Objects, false, "借款人类别；文件没有写则省去", "who may borrow; left out where the document is silent", {}, word_fields},
    Field{"forbidden_uses", FieldType::Objects, false, "不得用于", "what it may not be used for", {}, word_fields},
    Field{"least_age", FieldType::Integer, false, "最低年龄，含本数", "the lowest age, included", {}, nullptr, 0, 150},
    Field{"most_age", FieldType::Integer, false, "最高年龄，含本数", "the highest age, included", {}, nullptr, 0, 150},
    Field{"parties", FieldType::Objects, false, "各方及其角色", "the parties and their roles", {},
          [] { return std::span<const Field>(kPartyFields); }},
};

std::vector<TermWord> read_words(const Parameters& parameters, std::string_view key) {
  std::vector<TermWord> words;
  parameters.refuse_repeated(key, "code");
  for (const Parameters& item : parameters.objects(key)) {
    words.push_back({item.text("code"), item.text("title"), item.has("title_en") ? item.text("title_en") : item.text("title")});
  }
  return words;
}

std::optional<std::int64_t> read_integer(const Parameters& parameters, std::string_view key) {
  if (!parameters.has(key)) return std::nullopt;
  return parameters.integer(key, 0);
}

std::optional<Money> read_amount(const Parameters& parameters, std::string_view key) {
  if (!parameters.has(key)) return std::nullopt;
  return parameters.amount(key);
}

}  // namespace

std::span<const Field> loan_term_fields() { return kFields; }

LoanTerms read_loan_terms(const Parameters& parameters) {
  LoanTerms terms;
  terms.cap = read_amount(parameters, "cap");
  terms.top_up_cap = read_amount(parameters, "top_up_cap");
  terms.longest_months = read_integer(parameters, "longest_months");
  if (const std::optional<Parameters> rate = parameters.object("rate")) terms.rate = RateRule::read(*rate);
  terms.security = read_words(parameters, "security");
  terms.borrowers = read_words(parameters, "borrowers");
  terms.forbidden_uses = read_words(parameters, "forbidden_uses");
  terms.least_age = read_integer(parameters, "least_age");
  terms.most_age = read_integer(parameters, "most_age");
  if (terms.top_up_cap && !terms.cap) parameters.refuse(PolicyOutcome::KeyMissing, "cap", "top_up_cap");
  const bool are_amounts = parameters.is_sound("cap") && parameters.is_sound("top_up_cap");
  if (are_amounts && terms.cap && terms.top_up_cap && *terms.top_up_cap < *terms.cap) {
    parameters.refuse(PolicyOutcome::LimitsSwapped, "top_up_cap", to_yuan(*terms.cap) + " > " + to_yuan(*terms.top_up_cap));
  }
  const bool are_ages = parameters.is_sound("least_age") && parameters.is_sound("most_age");
  if (are_ages && terms.least_age && terms.most_age && *terms.most_age < *terms.least_age) {
    parameters.refuse(PolicyOutcome::LimitsSwapped, "most_age", std::to_string(*terms.least_age) + " > " + std::to_string(*terms.most_age));
  }
  return terms;
}

std::vector<std::string> LoanTerms::unknown() const {
  std::vector<std::string> names;
  if (!cap) names.emplace_back("cap");
  if (!longest_months) names.emplace_back("longest_months");
  if (!rate) names.emplace_back("rate");
  if (security.empty()) names.emplace_back("security");
  if (borrowers.empty()) names.emplace_back("borrowers");
  return names;
}

const TermWord* find_word(const std::vector<TermWord>& words, std::string_view code_or_title) {
  for (const TermWord& word : words) {
    if (word.code == code_or_title || word.title == code_or_title) return &word;
  }
  return nullptr;
}

std::string words_text(const std::vector<TermWord>& words) {
  std::string text;
  for (const TermWord& word : words) text += (text.empty() ? "" : "、") + word.title;
  return text;
}

std::string words_text_en(const std::vector<TermWord>& words) {
  std::string text;
  for (const TermWord& word : words) text += (text.empty() ? "" : ", ") + word.title_en;
  return text;
}

}  // namespace mingzhang::policy
