package com.example.modular;

public enum Tone {
  RUDE,
  POLITE
}
