package tagger;

/** What a word is of a name: its beginning, its inside, or outside of names. */
enum Tag {
  O,
  B_PER,
  I_PER,
  B_LOC,
  I_LOC
}
