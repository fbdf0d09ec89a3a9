/** Bytes by key, on disk or in S3. */
package app.inbetween.storage;
