/** WaveSpeedAI, API v3. */
package app.inbetween.provider.wavespeed;
