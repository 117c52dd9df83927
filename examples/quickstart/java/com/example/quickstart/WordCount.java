package com.example.quickstart;

import java.util.StringTokenizer;

/** Counts words, as the crate does. */
public final class WordCount {

  private WordCount() {}

  /**
   * Counts the words of a text.
   *
   * @param text words separated by white space
   * @return how many there are
   */
  public static int countWords(String text) {
    return new StringTokenizer(text).countTokens();
  }
}
