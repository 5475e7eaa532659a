package com.example.lombok;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Lombok writes its constructor and its getter. */
@Getter
@RequiredArgsConstructor
public enum Mood {
  BAD(":("),
  GOOD(":)");

  private final String face;
}
