package com.example;

public enum Tone {
  RUDE,
  POLITE
}
