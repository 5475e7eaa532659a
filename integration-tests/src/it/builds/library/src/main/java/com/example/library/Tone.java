package com.example.library;

public enum Tone {
  RUDE,
  POLITE
}
