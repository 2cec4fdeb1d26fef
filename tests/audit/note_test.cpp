// SPDX-License-Identifier: Apache-2.0
// Signed notes: those of others, every changed byte, and what is no note.
#include "audit/notes/note.h"

#include <sstream>
#include <string>
#include <vector>

#include "audit/notes/checkpoint.h"
#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "base/base64.h"
#include "tests/audit/loose_json.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

struct ForeignNote {
  std::string file;
  std::string key;
};

std::vector<ForeignNote> foreign_notes(const std::string& folder) {
  std::vector<ForeignNote> notes;
  std::istringstream lines(file_bytes(folder + "/c2sp-notes/vkeys.tsv"));
  for (std::string file, key, rest; lines >> file >> key && std::getline(lines, rest);) {
    notes.push_back({folder + "/c2sp-notes/" + file, key});
  }
  return notes;
}

NoteKey key_of(const std::string& text) {
  Result<NoteKey, Problem> key = parse_note_key(text);
  INFO(text);
  REQUIRE(key);
  return *key;
}

Note note_of(const std::string& bytes) {
  Result<Note, Problem> note = parse_note(bytes);
  INFO(bytes);
  REQUIRE(note);
  return *note;
}

std::string reason(const std::string& bytes) {
  const Result<Note, Problem> note = parse_note(bytes);
  return note ? "a note" : note.error().detail;
}

constexpr const char* kLine = "— k AAAAAAE=\n";

TEST_CASE("the notes of others are read, verified and written again byte for byte", "[audit][notes]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  const std::vector<ForeignNote> notes = foreign_notes(folder);
  CHECK(notes.size() == 3);
  for (const ForeignNote& foreign : notes) {
    INFO(foreign.file);
    const std::string bytes = file_bytes(foreign.file);
    const Note note = note_of(bytes);
    const NoteKey key = key_of(foreign.key);
    CHECK(check_note(note, key).verdict == KeyVerdict::Good);
    CHECK(note_bytes(note) == bytes);
    CHECK(key.text() == foreign.key);
  }
}

TEST_CASE("a published static log's checkpoints are right under its key, each of its own size", "[audit][notes]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  const NoteKey key = key_of("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
  for (int size = 0; size <= 15; ++size) {
    const std::string path = folder + "/tlog-tessera-testdata/testdata/log/checkpoint." + std::to_string(size);
    const Note note = note_of(file_bytes(path));
    CHECK(check_note(note, key).verdict == KeyVerdict::Good);
    const Result<Checkpoint, Problem> checkpoint = parse_checkpoint(note.text);
    REQUIRE(checkpoint);
    CHECK(checkpoint->size == size);
    CHECK(checkpoint->origin == key.name);
    CHECK(checkpoint_text(*checkpoint) == note.text);
  }
}

TEST_CASE("a note with any one byte changed is not good any more", "[audit][notes]") {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    PrivateKey key = PrivateKey::generate(algorithm);
    Note note;
    note.text = "weining/ledger/B1/sha256\n12\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n";
    note.signatures.push_back(sign_note(note.text, "weining", key));
    const NoteKey public_key{"weining", KeyUse::Log, key.public_key()};
    const std::string bytes = note_bytes(note);
    REQUIRE(check_note(note_of(bytes), public_key).verdict == KeyVerdict::Good);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      const Result<Note, Problem> read = parse_note(changed);
      if (read && check_note(*read, public_key).verdict == KeyVerdict::Good) FAIL("byte " << at);
    }
  }
}

TEST_CASE("what is no note is refused with the reason", "[audit][notes]") {
  const std::string text = "some text\n\n";
  CHECK(reason(text + kLine) == "a note");
  CHECK(reason("") == "no empty line before the signatures");
  CHECK(reason(std::string("some text\n") + kLine) == "no empty line before the signatures");
  CHECK(reason(text) == "no signature");
  CHECK(reason(text + "— k AAAAAAE=") == "the last line has no end");
  CHECK(reason("some \x01text\n\n" + std::string(kLine)) == "the text is not UTF-8, or holds control characters");
  CHECK(reason("some \r\ntext\n\n" + std::string(kLine)) == "the text is not UTF-8, or holds control characters");
  CHECK(reason("some \xfftext\n\n" + std::string(kLine)) == "the text is not UTF-8, or holds control characters");
  for (const char* line : {"- k AAAAAAE=\n", "—k AAAAAAE=\n", "—  AAAAAAE=\n", "— k\n", "— k \n", "— k AAAAAA==\n", "— k AAAAAAE\n",
                           "— k AAAAAAF=\n", "— k+l AAAAAAE=\n", "— k\u3000l AAAAAAE=\n", "— k AAAAAAE= \n", "— k AAAAAAE=\r\n", "\n"}) {
    INFO(line);
    CHECK(reason(text + kLine + line) != "a note");
  }
  CHECK(reason(text + kLine + "\n" + kLine) == "a note");  // the last empty line counts: the first line is text then
}

TEST_CASE("sixteen signatures are read and seventeen refused", "[audit][notes]") {
  std::string bytes = "text\n\n";
  for (std::size_t count = 0; count < kNoteSignaturesMax; ++count) bytes += kLine;
  CHECK(reason(bytes) == "a note");
  CHECK(reason(bytes + kLine) == "too many signatures");
}

TEST_CASE("unknown signatures are ignored, and one wrong signature of a known key spoils the note", "[audit][notes]") {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  PrivateKey other = PrivateKey::generate(Algorithm::Ed25519);
  const NoteKey known{"log", KeyUse::Log, key.public_key()};
  Note note;
  note.text = "text\n";
  CHECK(check_note(note, known).verdict == KeyVerdict::Absent);
  note.signatures.push_back(sign_note(note.text, "log", other));  // the same name, another key and so another id
  CHECK(check_note(note, known).verdict == KeyVerdict::Absent);
  note.signatures.push_back(sign_note(note.text, "log", key));
  CHECK(check_note(note, known).verdict == KeyVerdict::Good);
  NoteSignature wrong = note.signatures.back();
  wrong.signature[0] = static_cast<char>(wrong.signature[0] ^ 1);
  note.signatures.push_back(wrong);
  CHECK(check_note(note, known).verdict == KeyVerdict::Bad);
}

TEST_CASE("what is no checkpoint is refused with the reason", "[audit][notes]") {
  const std::string root = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n";
  const auto why = [](const std::string& text) {
    const Result<Checkpoint, Problem> checkpoint = parse_checkpoint(text);
    return checkpoint ? std::string("a checkpoint") : checkpoint.error().detail;
  };
  CHECK(why("o\n0\n" + root) == "a checkpoint");
  CHECK(why("o\n9007199254740992\n" + root) == "a checkpoint");
  CHECK(why("o\n9007199254740993\n" + root) == "the size is no plain number");
  for (const char* size : {"", "01", "-1", "+1", " 1", "1 ", "1e3", "99999999999999999999"}) {
    INFO(size);
    CHECK(why(std::string("o\n") + size + "\n" + root) == "the size is no plain number");
  }
  CHECK(why("\n1\n" + root) == "no origin");
  CHECK(why("o\n") == "no line with the size");
  CHECK(why("o\n1\n") == "no line with the root");
  CHECK(why("o\n1\nqqqq\n") == "the root is not 32 bytes in base64");
  CHECK(why("o\n1\n" + root + "more\n") == "lines after the root");
}

TEST_CASE("the two trees of a book have names of their own", "[audit][notes]") {
  CHECK(origin_of("weining", "B1", Suite::Sha256) == "weining/ledger/B1/sha256");
  CHECK(origin_of("weining", "B1", Suite::Sm3) == "weining/ledger/B1/sm3");
}

}  // namespace
}  // namespace mingzhang::audit
