package variants;

enum Verdict {
  ACCEPT,
  REJECT,
  ASK
}
