package com.example.generator;

/** Has the enum {@code Stance} generated beside what it stands on. */
public @interface WantsStance {}
