package spelled;

enum Part {
  NOUN,
  VERB
}
