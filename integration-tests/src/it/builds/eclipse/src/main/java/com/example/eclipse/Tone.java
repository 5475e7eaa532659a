package com.example.eclipse;

public enum Tone {
  RUDE,
  POLITE
}
