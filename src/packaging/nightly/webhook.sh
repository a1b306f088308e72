#!/bin/sh
# The newest run in short to a chat program's incoming webhook (Slack, Mattermost, Rocket.Chat: they show 'text').
# Usage: WEBHOOK_URL=https://… webhook.sh [RUN-FOLDER]
set -eu
hairpin report summary --format json --history none "${1:-reports/latest}" |
  curl --fail --silent --show-error --header 'Content-Type: application/json' --data-binary @- "$WEBHOOK_URL"
