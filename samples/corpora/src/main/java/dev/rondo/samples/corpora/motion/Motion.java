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
    return switch (this) {
      case RIGHT -> LEFT;
      case LEFT -> RIGHT;
      case DOWN -> UP;
      case UP -> DOWN;
      case CLOCKWISE -> COUNTERCLOCKWISE;
      case COUNTERCLOCKWISE -> CLOCKWISE;
      case GROWING -> SHRINKING;
      case SHRINKING -> GROWING;
    };
  }

  /** Returns whether clips of it are made by playing those of the other backwards. */
  boolean isPlayedBackwards() {
    return switch (this) {
      case RIGHT, DOWN, CLOCKWISE, GROWING -> false;
      case LEFT, UP, COUNTERCLOCKWISE, SHRINKING -> true;
    };
  }

  /** Returns its name as people read it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
