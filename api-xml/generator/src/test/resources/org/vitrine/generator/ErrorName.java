package sample;

enum ErrorName {
    /** It is not there. */
    NOT_FOUND("org.example.NotFound", Category.CALLER, false),
    /** It is too much,
     * for now. */
    LIMITS("org.example.Limits", Category.LIMIT, true);

    private static final Object OTHER = new Object();

    ErrorName(String name, Category category, boolean retryHelps) {}
}
