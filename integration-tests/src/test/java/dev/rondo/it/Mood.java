package dev.rondo.it;

/** What {@link MoodModel} tells apart. */
public enum Mood {
  BAD,
  GOOD
}
