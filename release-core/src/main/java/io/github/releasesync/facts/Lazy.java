package io.github.releasesync.facts;

import java.util.function.Supplier;

/** A value that is computed on first use, and only once. Not thread-safe. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
