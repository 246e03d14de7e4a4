import { expect, it } from 'vitest';
import { misplacedOptions } from './prepare.mjs';

const names = ['rehearse', 'lang'];

it('knows the options that npm kept to itself', () => {
  const env = { npm_lifecycle_event: 'start', npm_config_rehearse: 'true', npm_config_lang: 'en' };
  const taken = { ...env, npm_config_lang: 'true' };
  expect(misplacedOptions('npm start', names, taken)).toBe('npm start -- --rehearse --lang …');
  expect(misplacedOptions('npm start', names, env)).toBe('npm start -- --rehearse --lang en');
});

it('says nothing where npm was not asked, or took nothing', () => {
  expect(misplacedOptions('npm start', names, { npm_config_rehearse: 'true' })).toBeNull();
  expect(
    misplacedOptions('npm start', names, { npm_lifecycle_event: 'start', npm_config_lang: '' }),
  ).toBeNull();
});
