package io.github.releasesync.facts;

import java.util.function.Supplier;

/** A value that is made when it is asked for, and only once. For one thread. */
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
