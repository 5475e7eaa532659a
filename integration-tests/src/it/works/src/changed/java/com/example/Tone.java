package com.example;

public enum Tone {
  RUDE,
  NEUTRAL,
  POLITE
}
