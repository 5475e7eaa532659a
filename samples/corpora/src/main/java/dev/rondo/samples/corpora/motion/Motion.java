package dev.rondo.samples.corpora.motion;

import java.util.Locale;

/** What a shape does: four pairs, each of which is the other played backwards. */
public enum Motion {
  RIGHT,
  LEFT,
  DOWN,
  UP,
  CLOCKWISE,
  COUNTERCLOCKWISE,
  GROWING,
  SHRINKING;

  /** Returns what it is when it is played backwards. */
  public Motion backwards() {
    return values()[ordinal() ^ 1];
  }

  /** Returns whether clips of it are made by playing those of the other backwards. */
  boolean isPlayedBackwards() {
    return ordinal() % 2 == 1;
  }

  /** Returns its name as people read it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
